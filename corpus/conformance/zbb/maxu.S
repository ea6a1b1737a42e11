/* rvrelay case 1
 * title: MAXU is the greater of unsigned numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
RR(1, maxu, 0,                  0,                  0)
RR(2, maxu, 1,                  1,                  1)
RR(3, maxu, -1,                 -1,                 -1)
RR(4, maxu, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
RR(5, maxu, 0x7fffffffffffffff, 0x7fffffffffffffff, 0x7fffffffffffffff)

/* neighbours */
RR( 6, maxu, 0,                  1,                  1)
RR( 7, maxu, 1,                  0,                  1)
RR( 8, maxu, 6,                  7,                  7)
RR( 9, maxu, 7,                  6,                  7)
RR(10, maxu, -6,                 -7,                 -6)
RR(11, maxu, -7,                 -6,                 -6)
RR(12, maxu, 0x7ffffffffffffffe, 0x7fffffffffffffff, 0x7fffffffffffffff)
RR(13, maxu, 0x7fffffffffffffff, 0x7ffffffffffffffe, 0x7fffffffffffffff)

/* on both sides of the sign */
RR(14, maxu, -1,                 0,                  -1)
RR(15, maxu, 0,                  -1,                 -1)
RR(16, maxu, -1,                 1,                  -1)
RR(17, maxu, 1,                  -1,                 -1)
RR(18, maxu, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000)
RR(19, maxu, 0x7fffffffffffffff, 0x8000000000000000, 0x8000000000000000)
RR(20, maxu, 0x8000000000000000, 0,                  0x8000000000000000)
RR(21, maxu, 0,                  0x8000000000000000, 0x8000000000000000)
RR(22, maxu, 0x8000000000000000, -1,                 -1)
RR(23, maxu, -1,                 0x8000000000000000, -1)

/* all 64 bits count */
RR(24, maxu, 0x7fffffff,         0x80000000,         0x80000000)
RR(25, maxu, 0x80000000,         0x7fffffff,         0x80000000)
RR(26, maxu, 0xffffffff80000000, 0x80000000,         0xffffffff80000000)
RR(27, maxu, 0x80000000,         0xffffffff80000000, 0xffffffff80000000)
RR(28, maxu, 0x0000000100000000, 0,                  0x0000000100000000)
RR(29, maxu, 0,                  0x0000000100000000, 0x0000000100000000)
RR(30, maxu, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0xaaaaaaaaaaaaaaaa)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, maxu, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RD_IS_RS2( 32, maxu, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS1_IS_RS2(33, maxu, 0x0123456789abcdef, 0x0123456789abcdef)
RR_ALL_SAME(  34, maxu, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RS1_IS_X0( 35, maxu, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 36, maxu, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  37, maxu, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        38, maxu, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)
RR_IN(        39, maxu, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)
RR_IN(        40, maxu, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)
RR_IN(        41, maxu, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)

END
