/* rvrelay case 1
 * title: MULH gives the high 64 bits of the product of signed numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small factors */
RR( 1, mulh, 0,  0,  0)
RR( 2, mulh, 0,  -1, 0)
RR( 3, mulh, 1,  1,  0)
RR( 4, mulh, 3,  7,  0)
RR( 5, mulh, -3, 7,  -1)
RR( 6, mulh, 3,  -7, -1)
RR( 7, mulh, -3, -7, 0)
RR( 8, mulh, -1, 1,  -1)
RR( 9, mulh, 1,  -1, -1)
RR(10, mulh, -1, -1, 0)

/* edge factors */
RR(11, mulh, 0x8000000000000000, 0x8000000000000000, 0x4000000000000000)
RR(12, mulh, 0x8000000000000000, -1,                 0)
RR(13, mulh, -1,                 0x8000000000000000, 0)
RR(14, mulh, 0x8000000000000000, 0x7fffffffffffffff, 0xc000000000000000)
RR(15, mulh, 0x7fffffffffffffff, 0x8000000000000000, 0xc000000000000000)
RR(16, mulh, 0x7fffffffffffffff, 0x7fffffffffffffff, 0x3fffffffffffffff)
RR(17, mulh, 0x8000000000000000, 1,                  -1)
RR(18, mulh, 1,                  0x8000000000000000, -1)
RR(19, mulh, 0x7fffffffffffffff, 2,                  0)
RR(20, mulh, 2,                  0x8000000000000000, -1)

/* around the 32-bit boundary */
RR(21, mulh, 0x0000000100000000, 0x0000000100000000, 1)
RR(22, mulh, 0xffffffff,         0xffffffff,         0)
RR(23, mulh, 0x80000000,         0x80000000,         0)
RR(24, mulh, 0xffffffff80000000, 0x80000000,         -1)
RR(25, mulh, 0x0000000100000001, 0xffffffff,         0)

/* mixed bits */
RR(26, mulh, 0x0123456789abcdef, 0xfedcba9876543210, 0xfffeb49923cc0953)
RR(27, mulh, 0xfedcba9876543210, 0x0123456789abcdef, 0xfffeb49923cc0953)
RR(28, mulh, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0xe38e38e38e38e38e)
RR(29, mulh, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0xe38e38e38e38e38e)
RR(30, mulh, 0xaaaaaaaaaaaaaaaa, 3,                  -2)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, mulh, 0x0123456789abcdef, 0xfedcba9876543210, 0xfffeb49923cc0953)
RR_RD_IS_RS2( 32, mulh, 0x0123456789abcdef, 0xfedcba9876543210, 0xfffeb49923cc0953)
RR_RS1_IS_RS2(33, mulh, 0x0123456789abcdef, 0x00014b66dc33f6ac)
RR_ALL_SAME(  34, mulh, 0x0123456789abcdef, 0x00014b66dc33f6ac)
RR_RS1_IS_X0( 35, mulh, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 36, mulh, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  37, mulh, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        38, mulh, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0xfffeb49923cc0953)
RR_IN(        39, mulh, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfffeb49923cc0953)
RR_IN(        40, mulh, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfffeb49923cc0953)
RR_IN(        41, mulh, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0xfffeb49923cc0953)

END
