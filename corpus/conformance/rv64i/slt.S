/* rvrelay case 1
 * title: SLT is 1 where rs1 is less than rs2 as signed numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
RR(1, slt, 0,                  0,                  0)
RR(2, slt, 1,                  1,                  0)
RR(3, slt, -1,                 -1,                 0)
RR(4, slt, 0x8000000000000000, 0x8000000000000000, 0)
RR(5, slt, 0x7fffffffffffffff, 0x7fffffffffffffff, 0)

/* neighbours */
RR( 6, slt, 0,                  1,                  1)
RR( 7, slt, 1,                  0,                  0)
RR( 8, slt, 6,                  7,                  1)
RR( 9, slt, 7,                  6,                  0)
RR(10, slt, -6,                 -7,                 0)
RR(11, slt, -7,                 -6,                 1)
RR(12, slt, 0x7ffffffffffffffe, 0x7fffffffffffffff, 1)
RR(13, slt, 0x7fffffffffffffff, 0x7ffffffffffffffe, 0)

/* on both sides of the sign */
RR(14, slt, -1,                 0,                  1)
RR(15, slt, 0,                  -1,                 0)
RR(16, slt, -1,                 1,                  1)
RR(17, slt, 1,                  -1,                 0)
RR(18, slt, 0x8000000000000000, 0x7fffffffffffffff, 1)
RR(19, slt, 0x7fffffffffffffff, 0x8000000000000000, 0)
RR(20, slt, 0x8000000000000000, 0,                  1)
RR(21, slt, 0,                  0x8000000000000000, 0)
RR(22, slt, 0x8000000000000000, -1,                 1)
RR(23, slt, -1,                 0x8000000000000000, 0)

/* all 64 bits count */
RR(24, slt, 0x7fffffff,         0x80000000,         1)
RR(25, slt, 0x80000000,         0x7fffffff,         0)
RR(26, slt, 0xffffffff80000000, 0x80000000,         1)
RR(27, slt, 0x80000000,         0xffffffff80000000, 0)
RR(28, slt, 0x0000000100000000, 0,                  0)
RR(29, slt, 0,                  0x0000000100000000, 1)
RR(30, slt, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, slt, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_RD_IS_RS2( 32, slt, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_RS1_IS_RS2(33, slt, 0x0123456789abcdef, 0)
RR_ALL_SAME(  34, slt, 0x0123456789abcdef, 0)
RR_RS1_IS_X0( 35, slt, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 36, slt, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  37, slt, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        38, slt, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_IN(        39, slt, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_IN(        40, slt, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_IN(        41, slt, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0)

END
