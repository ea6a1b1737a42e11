/* rvrelay case 1
 * title: ANDI with a sign-extended 12-bit immediate
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* the immediate is sign-extended */
RI(1, andi, 0,                  0,     0)
RI(2, andi, 0,                  -1,    0)
RI(3, andi, 0xffffffffffffffff, 0,     0)
RI(4, andi, 0xffffffffffffffff, -1,    0xffffffffffffffff)
RI(5, andi, 0,                  -2048, 0)
RI(6, andi, 0,                  2047,  0)
RI(7, andi, 0xffffffffffffffff, -2048, 0xfffffffffffff800)
RI(8, andi, 0xffffffffffffffff, 2047,  0x7ff)

/* mixed bits */
RI( 9, andi, 0x0123456789abcdef, 0x70f,  0x50f)
RI(10, andi, 0x0123456789abcdef, -0x70f, 0x0123456789abc8e1)
RI(11, andi, 0xfedcba9876543210, 0xf0,   0x10)
RI(12, andi, 0xfedcba9876543210, -0xf0,  0xfedcba9876543210)
RI(13, andi, 0x5555555555555555, 0x2aa,  0)
RI(14, andi, 0xaaaaaaaaaaaaaaaa, -1,     0xaaaaaaaaaaaaaaaa)
RI(15, andi, 0x8000000000000000, -2048,  0x8000000000000000)
RI(16, andi, 0x80000000,         -2048,  0x80000000)
RI(17, andi, 0xffffffff80000000, 1,      0)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(18, andi, 0x0123456789abcdef, -0x123, 0x0123456789abcccd)
RI_RS1_IS_X0(19, andi, -0x123, 0)
RI_RD_IS_X0( 20, andi, 0x0123456789abcdef, -0x123)
RI_IN(       21, andi, ra, t5, 0x0123456789abcdef, -0x123, 0x0123456789abcccd)
RI_IN(       22, andi, a6, s0, 0x0123456789abcdef, -0x123, 0x0123456789abcccd)
RI_IN(       23, andi, t5, sp, 0x0123456789abcdef, -0x123, 0x0123456789abcccd)
RI_IN(       24, andi, s11, tp, 0x0123456789abcdef, -0x123, 0x0123456789abcccd)

END
