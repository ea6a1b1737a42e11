/* rvrelay case 1
 * title: MINU is the lesser of unsigned numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
RR(1, minu, 0,                  0,                  0)
RR(2, minu, 1,                  1,                  1)
RR(3, minu, -1,                 -1,                 -1)
RR(4, minu, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
RR(5, minu, 0x7fffffffffffffff, 0x7fffffffffffffff, 0x7fffffffffffffff)

/* neighbours */
RR( 6, minu, 0,                  1,                  0)
RR( 7, minu, 1,                  0,                  0)
RR( 8, minu, 6,                  7,                  6)
RR( 9, minu, 7,                  6,                  6)
RR(10, minu, -6,                 -7,                 -7)
RR(11, minu, -7,                 -6,                 -7)
RR(12, minu, 0x7ffffffffffffffe, 0x7fffffffffffffff, 0x7ffffffffffffffe)
RR(13, minu, 0x7fffffffffffffff, 0x7ffffffffffffffe, 0x7ffffffffffffffe)

/* on both sides of the sign */
RR(14, minu, -1,                 0,                  0)
RR(15, minu, 0,                  -1,                 0)
RR(16, minu, -1,                 1,                  1)
RR(17, minu, 1,                  -1,                 1)
RR(18, minu, 0x8000000000000000, 0x7fffffffffffffff, 0x7fffffffffffffff)
RR(19, minu, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
RR(20, minu, 0x8000000000000000, 0,                  0)
RR(21, minu, 0,                  0x8000000000000000, 0)
RR(22, minu, 0x8000000000000000, -1,                 0x8000000000000000)
RR(23, minu, -1,                 0x8000000000000000, 0x8000000000000000)

/* all 64 bits count */
RR(24, minu, 0x7fffffff,         0x80000000,         0x7fffffff)
RR(25, minu, 0x80000000,         0x7fffffff,         0x7fffffff)
RR(26, minu, 0xffffffff80000000, 0x80000000,         0x80000000)
RR(27, minu, 0x80000000,         0xffffffff80000000, 0x80000000)
RR(28, minu, 0x0000000100000000, 0,                  0)
RR(29, minu, 0,                  0x0000000100000000, 0)
RR(30, minu, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, minu, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_RD_IS_RS2( 32, minu, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_RS1_IS_RS2(33, minu, 0x0123456789abcdef, 0x0123456789abcdef)
RR_ALL_SAME(  34, minu, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RS1_IS_X0( 35, minu, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 36, minu, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  37, minu, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        38, minu, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        39, minu, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        40, minu, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        41, minu, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)

END
