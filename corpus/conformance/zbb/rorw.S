/* rvrelay case 1
 * title: RORW rotates the low word right and sign-extends
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts within the register */
RR(1, rorw, 0x0123456789abcdef, 0,  0xffffffff89abcdef)
RR(2, rorw, 0x0123456789abcdef, 1,  0xffffffffc4d5e6f7)
RR(3, rorw, 0x0123456789abcdef, 4,  0xfffffffff89abcde)
RR(4, rorw, 0x0123456789abcdef, 31, 0x13579bdf)
RR(5, rorw, 0xfedcba9876543210, 1,  0x3b2a1908)
RR(6, rorw, 0xfedcba9876543210, 16, 0x32107654)

/* the amount is the low five bits of rs2 */
RR( 7, rorw, 0x0123456789abcdef, 32,                 0xffffffff89abcdef)
RR( 8, rorw, 0x0123456789abcdef, 36,                 0xfffffffff89abcde)
RR( 9, rorw, 0xfedcba9876543210, 0xffffffffffffffff, 0xffffffffeca86420)
RR(10, rorw, 0xfedcba9876543210, 0xffffffffffffff28, 0x10765432)

/* edge values */
RR(11, rorw, 0,                  7,  0)
RR(12, rorw, 0xffffffffffffffff, 7,  0xffffffffffffffff)
RR(13, rorw, 1,                  1,  0xffffffff80000000)
RR(14, rorw, 1,                  31, 2)
RR(15, rorw, 0x80000000,         1,  0x40000000)
RR(16, rorw, 0x8000000000000000, 1,  0)
RR(17, rorw, 0xaaaaaaaaaaaaaaaa, 1,  0x55555555)
RR(18, rorw, 0x5555555555555555, 31, 0xffffffffaaaaaaaa)

/* the upper half of rs1 does not matter */
RR(19, rorw, 0xdeadbeef00000001, 31, 2)
RR(20, rorw, 0xdeadbeef00000001, 1,  0xffffffff80000000)
RR(21, rorw, 0xffffffff00000000, 4,  0)
RR(22, rorw, 0x1234567880000000, 0,  0xffffffff80000000)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 23, rorw, 0x0123456789abcdef, 20, 0xffffffffbcdef89a)
RR_RD_IS_RS2( 24, rorw, 0x0123456789abcdef, 20, 0xffffffffbcdef89a)
RR_RS1_IS_RS2(25, rorw, 0x0123456789abcd07, 0xf13579a)
RR_ALL_SAME(  26, rorw, 0x0123456789abcd07, 0xf13579a)
RR_RS1_IS_X0( 27, rorw, 20, 0)
RR_RS2_IS_X0( 28, rorw, 0x0123456789abcdef, 0xffffffff89abcdef)
RR_RD_IS_X0(  29, rorw, 0x0123456789abcdef, 20)
RR_IN(        30, rorw, ra, t5, a5, 0x0123456789abcdef, 20, 0xffffffffbcdef89a)
RR_IN(        31, rorw, a6, s0, gp, 0x0123456789abcdef, 20, 0xffffffffbcdef89a)
RR_IN(        32, rorw, t5, a6, sp, 0x0123456789abcdef, 20, 0xffffffffbcdef89a)
RR_IN(        33, rorw, s11, tp, t4, 0x0123456789abcdef, 20, 0xffffffffbcdef89a)

END
