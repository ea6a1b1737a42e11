/* rvrelay case 1
 * title: RORIW rotates the low word right by 0 to 31 and sign-extends
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts within the register */
RI(1, roriw, 0x0123456789abcdef, 0,  0xffffffff89abcdef)
RI(2, roriw, 0x0123456789abcdef, 1,  0xffffffffc4d5e6f7)
RI(3, roriw, 0x0123456789abcdef, 4,  0xfffffffff89abcde)
RI(4, roriw, 0x0123456789abcdef, 31, 0x13579bdf)
RI(5, roriw, 0xfedcba9876543210, 1,  0x3b2a1908)
RI(6, roriw, 0xfedcba9876543210, 16, 0x32107654)

/* edge values */
RI( 7, roriw, 0,                  7,  0)
RI( 8, roriw, 0xffffffffffffffff, 7,  0xffffffffffffffff)
RI( 9, roriw, 1,                  1,  0xffffffff80000000)
RI(10, roriw, 1,                  31, 2)
RI(11, roriw, 0x80000000,         1,  0x40000000)
RI(12, roriw, 0x8000000000000000, 1,  0)
RI(13, roriw, 0xaaaaaaaaaaaaaaaa, 1,  0x55555555)
RI(14, roriw, 0x5555555555555555, 31, 0xffffffffaaaaaaaa)

/* the upper half of rs1 does not matter */
RI(15, roriw, 0xdeadbeef00000001, 31, 2)
RI(16, roriw, 0xdeadbeef00000001, 1,  0xffffffff80000000)
RI(17, roriw, 0xffffffff00000000, 4,  0)
RI(18, roriw, 0x1234567880000000, 0,  0xffffffff80000000)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(19, roriw, 0x0123456789abcdef, 20, 0xffffffffbcdef89a)
RI_RS1_IS_X0(20, roriw, 20, 0)
RI_RD_IS_X0( 21, roriw, 0x0123456789abcdef, 20)
RI_IN(       22, roriw, ra, t5, 0x0123456789abcdef, 20, 0xffffffffbcdef89a)
RI_IN(       23, roriw, a6, s0, 0x0123456789abcdef, 20, 0xffffffffbcdef89a)
RI_IN(       24, roriw, t5, sp, 0x0123456789abcdef, 20, 0xffffffffbcdef89a)
RI_IN(       25, roriw, s11, tp, 0x0123456789abcdef, 20, 0xffffffffbcdef89a)

END
