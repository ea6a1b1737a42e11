/* rvrelay case 1
 * title: SLTU is 1 where rs1 is less than rs2 as unsigned numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
RR(1, sltu, 0,                  0,                  0)
RR(2, sltu, 1,                  1,                  0)
RR(3, sltu, -1,                 -1,                 0)
RR(4, sltu, 0x8000000000000000, 0x8000000000000000, 0)
RR(5, sltu, 0x7fffffffffffffff, 0x7fffffffffffffff, 0)

/* neighbours */
RR( 6, sltu, 0,                  1,                  1)
RR( 7, sltu, 1,                  0,                  0)
RR( 8, sltu, 6,                  7,                  1)
RR( 9, sltu, 7,                  6,                  0)
RR(10, sltu, -6,                 -7,                 0)
RR(11, sltu, -7,                 -6,                 1)
RR(12, sltu, 0x7ffffffffffffffe, 0x7fffffffffffffff, 1)
RR(13, sltu, 0x7fffffffffffffff, 0x7ffffffffffffffe, 0)

/* on both sides of the sign */
RR(14, sltu, -1,                 0,                  0)
RR(15, sltu, 0,                  -1,                 1)
RR(16, sltu, -1,                 1,                  0)
RR(17, sltu, 1,                  -1,                 1)
RR(18, sltu, 0x8000000000000000, 0x7fffffffffffffff, 0)
RR(19, sltu, 0x7fffffffffffffff, 0x8000000000000000, 1)
RR(20, sltu, 0x8000000000000000, 0,                  0)
RR(21, sltu, 0,                  0x8000000000000000, 1)
RR(22, sltu, 0x8000000000000000, -1,                 1)
RR(23, sltu, -1,                 0x8000000000000000, 0)

/* all 64 bits count */
RR(24, sltu, 0x7fffffff,         0x80000000,         1)
RR(25, sltu, 0x80000000,         0x7fffffff,         0)
RR(26, sltu, 0xffffffff80000000, 0x80000000,         0)
RR(27, sltu, 0x80000000,         0xffffffff80000000, 1)
RR(28, sltu, 0x0000000100000000, 0,                  0)
RR(29, sltu, 0,                  0x0000000100000000, 1)
RR(30, sltu, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 1)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, sltu, 0x0123456789abcdef, 0xfedcba9876543210, 1)
RR_RD_IS_RS2( 32, sltu, 0x0123456789abcdef, 0xfedcba9876543210, 1)
RR_RS1_IS_RS2(33, sltu, 0x0123456789abcdef, 0)
RR_ALL_SAME(  34, sltu, 0x0123456789abcdef, 0)
RR_RS1_IS_X0( 35, sltu, 0xfedcba9876543210, 1)
RR_RS2_IS_X0( 36, sltu, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  37, sltu, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        38, sltu, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 1)
RR_IN(        39, sltu, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 1)
RR_IN(        40, sltu, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 1)
RR_IN(        41, sltu, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 1)

END
