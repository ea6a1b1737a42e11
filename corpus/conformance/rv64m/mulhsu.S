/* rvrelay case 1
 * title: MULHSU gives the high 64 bits of the product of signed rs1 and unsigned rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small factors */
RR( 1, mulhsu, 0,  0,  0)
RR( 2, mulhsu, 0,  -1, 0)
RR( 3, mulhsu, 1,  1,  0)
RR( 4, mulhsu, 3,  7,  0)
RR( 5, mulhsu, -3, 7,  -1)
RR( 6, mulhsu, 3,  -7, 2)
RR( 7, mulhsu, -3, -7, -3)
RR( 8, mulhsu, -1, 1,  -1)
RR( 9, mulhsu, 1,  -1, 0)
RR(10, mulhsu, -1, -1, -1)

/* edge factors */
RR(11, mulhsu, 0x8000000000000000, 0x8000000000000000, 0xc000000000000000)
RR(12, mulhsu, 0x8000000000000000, -1,                 0x8000000000000000)
RR(13, mulhsu, -1,                 0x8000000000000000, -1)
RR(14, mulhsu, 0x8000000000000000, 0x7fffffffffffffff, 0xc000000000000000)
RR(15, mulhsu, 0x7fffffffffffffff, 0x8000000000000000, 0x3fffffffffffffff)
RR(16, mulhsu, 0x7fffffffffffffff, 0x7fffffffffffffff, 0x3fffffffffffffff)
RR(17, mulhsu, 0x8000000000000000, 1,                  -1)
RR(18, mulhsu, 1,                  0x8000000000000000, 0)
RR(19, mulhsu, 0x7fffffffffffffff, 2,                  0)
RR(20, mulhsu, 2,                  0x8000000000000000, 1)

/* around the 32-bit boundary */
RR(21, mulhsu, 0x0000000100000000, 0x0000000100000000, 1)
RR(22, mulhsu, 0xffffffff,         0xffffffff,         0)
RR(23, mulhsu, 0x80000000,         0x80000000,         0)
RR(24, mulhsu, 0xffffffff80000000, 0x80000000,         -1)
RR(25, mulhsu, 0x0000000100000001, 0xffffffff,         0)

/* mixed bits */
RR(26, mulhsu, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR(27, mulhsu, 0xfedcba9876543210, 0x0123456789abcdef, 0xfffeb49923cc0953)
RR(28, mulhsu, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x38e38e38e38e38e3)
RR(29, mulhsu, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0xe38e38e38e38e38e)
RR(30, mulhsu, 0xaaaaaaaaaaaaaaaa, 3,                  -2)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, mulhsu, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR_RD_IS_RS2( 32, mulhsu, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR_RS1_IS_RS2(33, mulhsu, 0x0123456789abcdef, 0x00014b66dc33f6ac)
RR_ALL_SAME(  34, mulhsu, 0x0123456789abcdef, 0x00014b66dc33f6ac)
RR_RS1_IS_X0( 35, mulhsu, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 36, mulhsu, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  37, mulhsu, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        38, mulhsu, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR_IN(        39, mulhsu, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR_IN(        40, mulhsu, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)
RR_IN(        41, mulhsu, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x0121fa00ad77d742)

END
