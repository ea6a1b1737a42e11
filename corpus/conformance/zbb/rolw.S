/* rvrelay case 1
 * title: ROLW rotates the low word left and sign-extends
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts within the register */
RR(1, rolw, 0x0123456789abcdef, 0,  0xffffffff89abcdef)
RR(2, rolw, 0x0123456789abcdef, 1,  0x13579bdf)
RR(3, rolw, 0x0123456789abcdef, 4,  0xffffffff9abcdef8)
RR(4, rolw, 0x0123456789abcdef, 31, 0xffffffffc4d5e6f7)
RR(5, rolw, 0xfedcba9876543210, 1,  0xffffffffeca86420)
RR(6, rolw, 0xfedcba9876543210, 16, 0x32107654)

/* the amount is the low five bits of rs2 */
RR( 7, rolw, 0x0123456789abcdef, 32,                 0xffffffff89abcdef)
RR( 8, rolw, 0x0123456789abcdef, 36,                 0xffffffff9abcdef8)
RR( 9, rolw, 0xfedcba9876543210, 0xffffffffffffffff, 0x3b2a1908)
RR(10, rolw, 0xfedcba9876543210, 0xffffffffffffff28, 0x54321076)

/* edge values */
RR(11, rolw, 0,                  7,  0)
RR(12, rolw, 0xffffffffffffffff, 7,  0xffffffffffffffff)
RR(13, rolw, 1,                  1,  2)
RR(14, rolw, 1,                  31, 0xffffffff80000000)
RR(15, rolw, 0x80000000,         1,  1)
RR(16, rolw, 0x8000000000000000, 1,  0)
RR(17, rolw, 0xaaaaaaaaaaaaaaaa, 1,  0x55555555)
RR(18, rolw, 0x5555555555555555, 31, 0xffffffffaaaaaaaa)

/* the upper half of rs1 does not matter */
RR(19, rolw, 0xdeadbeef00000001, 31, 0xffffffff80000000)
RR(20, rolw, 0xdeadbeef00000001, 1,  2)
RR(21, rolw, 0xffffffff00000000, 4,  0)
RR(22, rolw, 0x1234567880000000, 0,  0xffffffff80000000)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 23, rolw, 0x0123456789abcdef, 20, 0xffffffffdef89abc)
RR_RD_IS_RS2( 24, rolw, 0x0123456789abcdef, 20, 0xffffffffdef89abc)
RR_RS1_IS_RS2(25, rolw, 0x0123456789abcd07, 0xffffffffd5e683c4)
RR_ALL_SAME(  26, rolw, 0x0123456789abcd07, 0xffffffffd5e683c4)
RR_RS1_IS_X0( 27, rolw, 20, 0)
RR_RS2_IS_X0( 28, rolw, 0x0123456789abcdef, 0xffffffff89abcdef)
RR_RD_IS_X0(  29, rolw, 0x0123456789abcdef, 20)
RR_IN(        30, rolw, ra, t5, a5, 0x0123456789abcdef, 20, 0xffffffffdef89abc)
RR_IN(        31, rolw, a6, s0, gp, 0x0123456789abcdef, 20, 0xffffffffdef89abc)
RR_IN(        32, rolw, t5, a6, sp, 0x0123456789abcdef, 20, 0xffffffffdef89abc)
RR_IN(        33, rolw, s11, tp, t4, 0x0123456789abcdef, 20, 0xffffffffdef89abc)

END
