/* rvrelay case 1
 * title: MULHU gives the high 64 bits of the product of unsigned numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small factors */
RR( 1, mulhu, 0,  0,  0)
RR( 2, mulhu, 0,  -1, 0)
RR( 3, mulhu, 1,  1,  0)
RR( 4, mulhu, 3,  7,  0)
RR( 5, mulhu, -3, 7,  6)
RR( 6, mulhu, 3,  -7, 2)
RR( 7, mulhu, -3, -7, -10)
RR( 8, mulhu, -1, 1,  0)
RR( 9, mulhu, 1,  -1, 0)
RR(10, mulhu, -1, -1, -2)

/* edge factors */
RR(11, mulhu, 0x8000000000000000, 0x8000000000000000, 0x4000000000000000)
RR(12, mulhu, 0x8000000000000000, -1,                 0x7fffffffffffffff)
RR(13, mulhu, -1,                 0x8000000000000000, 0x7fffffffffffffff)
RR(14, mulhu, 0x8000000000000000, 0x7fffffffffffffff, 0x3fffffffffffffff)
RR(15, mulhu, 0x7fffffffffffffff, 0x8000000000000000, 0x3fffffffffffffff)
RR(16, mulhu, 0x7fffffffffffffff, 0x7fffffffffffffff, 0x3fffffffffffffff)
RR(17, mulhu, 0x8000000000000000, 1,                  0)
RR(18, mulhu, 1,                  0x8000000000000000, 0)
RR(19, mulhu, 0x7fffffffffffffff, 2,                  0)
RR(20, mulhu, 2,                  0x8000000000000000, 1)

/* around the 32-bit boundary */
RR(21, mulhu, 0x0000000100000000, 0x0000000100000000, 1)
RR(22, mulhu, 0xffffffff,         0xffffffff,         0)
RR(23, mulhu, 0x80000000,         0x80000000,         0)
RR(24, mulhu, 0xffffffff80000000, 0x80000000,         0x7fffffff)
RR(25, mulhu, 0x0000000100000001, 0xffffffff,         0)

/* mixed bits */
RR(26, mulhu, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR(27, mulhu, 0xfedcba9876543210, 0x0123456789abcdef, 0x0121fa00ad77d742)
RR(28, mulhu, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x38e38e38e38e38e3)
RR(29, mulhu, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x38e38e38e38e38e3)
RR(30, mulhu, 0xaaaaaaaaaaaaaaaa, 3,                  1)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, mulhu, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR_RD_IS_RS2( 32, mulhu, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR_RS1_IS_RS2(33, mulhu, 0x0123456789abcdef, 0x00014b66dc33f6ac)
RR_ALL_SAME(  34, mulhu, 0x0123456789abcdef, 0x00014b66dc33f6ac)
RR_RS1_IS_X0( 35, mulhu, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 36, mulhu, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  37, mulhu, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        38, mulhu, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR_IN(        39, mulhu, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR_IN(        40, mulhu, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR_IN(        41, mulhu, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)

END
