/* rvrelay case 1
 * title: MAX is the greater of signed numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
RR(1, max, 0,                  0,                  0)
RR(2, max, 1,                  1,                  1)
RR(3, max, -1,                 -1,                 -1)
RR(4, max, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
RR(5, max, 0x7fffffffffffffff, 0x7fffffffffffffff, 0x7fffffffffffffff)

/* neighbours */
RR( 6, max, 0,                  1,                  1)
RR( 7, max, 1,                  0,                  1)
RR( 8, max, 6,                  7,                  7)
RR( 9, max, 7,                  6,                  7)
RR(10, max, -6,                 -7,                 -6)
RR(11, max, -7,                 -6,                 -6)
RR(12, max, 0x7ffffffffffffffe, 0x7fffffffffffffff, 0x7fffffffffffffff)
RR(13, max, 0x7fffffffffffffff, 0x7ffffffffffffffe, 0x7fffffffffffffff)

/* on both sides of the sign */
RR(14, max, -1,                 0,                  0)
RR(15, max, 0,                  -1,                 0)
RR(16, max, -1,                 1,                  1)
RR(17, max, 1,                  -1,                 1)
RR(18, max, 0x8000000000000000, 0x7fffffffffffffff, 0x7fffffffffffffff)
RR(19, max, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
RR(20, max, 0x8000000000000000, 0,                  0)
RR(21, max, 0,                  0x8000000000000000, 0)
RR(22, max, 0x8000000000000000, -1,                 -1)
RR(23, max, -1,                 0x8000000000000000, -1)

/* all 64 bits count */
RR(24, max, 0x7fffffff,         0x80000000,         0x80000000)
RR(25, max, 0x80000000,         0x7fffffff,         0x80000000)
RR(26, max, 0xffffffff80000000, 0x80000000,         0x80000000)
RR(27, max, 0x80000000,         0xffffffff80000000, 0x80000000)
RR(28, max, 0x0000000100000000, 0,                  0x0000000100000000)
RR(29, max, 0,                  0x0000000100000000, 0x0000000100000000)
RR(30, max, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, max, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_RD_IS_RS2( 32, max, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_RS1_IS_RS2(33, max, 0x0123456789abcdef, 0x0123456789abcdef)
RR_ALL_SAME(  34, max, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RS1_IS_X0( 35, max, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 36, max, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  37, max, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        38, max, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        39, max, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        40, max, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        41, max, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)

END
