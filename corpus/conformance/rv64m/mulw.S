/* rvrelay case 1
 * title: MULW gives the low word of the product, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small factors */
RR(1, mulw, 0,  0,  0)
RR(2, mulw, 1,  1,  1)
RR(3, mulw, 3,  7,  21)
RR(4, mulw, -3, 7,  -21)
RR(5, mulw, -3, -7, 21)
RR(6, mulw, -1, 1,  -1)
RR(7, mulw, -1, -1, 1)

/* bit 31 of the product is its sign */
RR( 8, mulw, 0x8000,     0x10000,    0xffffffff80000000)
RR( 9, mulw, 0x7fffffff, 2,          -2)
RR(10, mulw, 0x7fffffff, 0x7fffffff, 1)
RR(11, mulw, 0x80000000, -1,         0xffffffff80000000)
RR(12, mulw, 0x80000000, 0x80000000, 0)
RR(13, mulw, 0x10000,    0x10000,    0)

/* upper halves do not matter */
RR(14, mulw, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffe5618cf0)
RR(15, mulw, 0xdeadbeef00000003, 0x1234567800000007, 21)
RR(16, mulw, 0xdeadbeefffffffff, 0xffffffff,         1)
RR(17, mulw, 0x8000000000000000, 1,                  0)
RR(18, mulw, 0x5555555555555555, 3,                  -1)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 19, mulw, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffe5618cf0)
RR_RD_IS_RS2( 20, mulw, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffe5618cf0)
RR_RS1_IS_RS2(21, mulw, 0x0123456789abcdef, 0xffffffff90f2a521)
RR_ALL_SAME(  22, mulw, 0x0123456789abcdef, 0xffffffff90f2a521)
RR_RS1_IS_X0( 23, mulw, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 24, mulw, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  25, mulw, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        26, mulw, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffe5618cf0)
RR_IN(        27, mulw, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffe5618cf0)
RR_IN(        28, mulw, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffe5618cf0)
RR_IN(        29, mulw, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffe5618cf0)

END
