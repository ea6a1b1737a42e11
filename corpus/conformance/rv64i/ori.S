/* rvrelay case 1
 * title: ORI with a sign-extended 12-bit immediate
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* the immediate is sign-extended */
RI(1, ori, 0,                  0,     0)
RI(2, ori, 0,                  -1,    0xffffffffffffffff)
RI(3, ori, 0xffffffffffffffff, 0,     0xffffffffffffffff)
RI(4, ori, 0xffffffffffffffff, -1,    0xffffffffffffffff)
RI(5, ori, 0,                  -2048, 0xfffffffffffff800)
RI(6, ori, 0,                  2047,  0x7ff)
RI(7, ori, 0xffffffffffffffff, -2048, 0xffffffffffffffff)
RI(8, ori, 0xffffffffffffffff, 2047,  0xffffffffffffffff)

/* mixed bits */
RI( 9, ori, 0x0123456789abcdef, 0x70f,  0x0123456789abcfef)
RI(10, ori, 0x0123456789abcdef, -0x70f, 0xfffffffffffffdff)
RI(11, ori, 0xfedcba9876543210, 0xf0,   0xfedcba98765432f0)
RI(12, ori, 0xfedcba9876543210, -0xf0,  0xffffffffffffff10)
RI(13, ori, 0x5555555555555555, 0x2aa,  0x55555555555557ff)
RI(14, ori, 0xaaaaaaaaaaaaaaaa, -1,     0xffffffffffffffff)
RI(15, ori, 0x8000000000000000, -2048,  0xfffffffffffff800)
RI(16, ori, 0x80000000,         -2048,  0xfffffffffffff800)
RI(17, ori, 0xffffffff80000000, 1,      0xffffffff80000001)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(18, ori, 0x0123456789abcdef, -0x123, 0xffffffffffffffff)
RI_RS1_IS_X0(19, ori, -0x123, 0xfffffffffffffedd)
RI_RD_IS_X0( 20, ori, 0x0123456789abcdef, -0x123)
RI_IN(       21, ori, ra, t5, 0x0123456789abcdef, -0x123, 0xffffffffffffffff)
RI_IN(       22, ori, a6, s0, 0x0123456789abcdef, -0x123, 0xffffffffffffffff)
RI_IN(       23, ori, t5, sp, 0x0123456789abcdef, -0x123, 0xffffffffffffffff)
RI_IN(       24, ori, s11, tp, 0x0123456789abcdef, -0x123, 0xffffffffffffffff)

END
