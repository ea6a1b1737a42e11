/* rvrelay case 1
 * title: MIN is the lesser of signed numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
RR(1, min, 0,                  0,                  0)
RR(2, min, 1,                  1,                  1)
RR(3, min, -1,                 -1,                 -1)
RR(4, min, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
RR(5, min, 0x7fffffffffffffff, 0x7fffffffffffffff, 0x7fffffffffffffff)

/* neighbours */
RR( 6, min, 0,                  1,                  0)
RR( 7, min, 1,                  0,                  0)
RR( 8, min, 6,                  7,                  6)
RR( 9, min, 7,                  6,                  6)
RR(10, min, -6,                 -7,                 -7)
RR(11, min, -7,                 -6,                 -7)
RR(12, min, 0x7ffffffffffffffe, 0x7fffffffffffffff, 0x7ffffffffffffffe)
RR(13, min, 0x7fffffffffffffff, 0x7ffffffffffffffe, 0x7ffffffffffffffe)

/* on both sides of the sign */
RR(14, min, -1,                 0,                  -1)
RR(15, min, 0,                  -1,                 -1)
RR(16, min, -1,                 1,                  -1)
RR(17, min, 1,                  -1,                 -1)
RR(18, min, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000)
RR(19, min, 0x7fffffffffffffff, 0x8000000000000000, 0x8000000000000000)
RR(20, min, 0x8000000000000000, 0,                  0x8000000000000000)
RR(21, min, 0,                  0x8000000000000000, 0x8000000000000000)
RR(22, min, 0x8000000000000000, -1,                 0x8000000000000000)
RR(23, min, -1,                 0x8000000000000000, 0x8000000000000000)

/* all 64 bits count */
RR(24, min, 0x7fffffff,         0x80000000,         0x7fffffff)
RR(25, min, 0x80000000,         0x7fffffff,         0x7fffffff)
RR(26, min, 0xffffffff80000000, 0x80000000,         0xffffffff80000000)
RR(27, min, 0x80000000,         0xffffffff80000000, 0xffffffff80000000)
RR(28, min, 0x0000000100000000, 0,                  0)
RR(29, min, 0,                  0x0000000100000000, 0)
RR(30, min, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0xaaaaaaaaaaaaaaaa)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, min, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RD_IS_RS2( 32, min, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS1_IS_RS2(33, min, 0x0123456789abcdef, 0x0123456789abcdef)
RR_ALL_SAME(  34, min, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RS1_IS_X0( 35, min, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 36, min, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  37, min, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        38, min, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)
RR_IN(        39, min, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)
RR_IN(        40, min, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)
RR_IN(        41, min, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)

END
