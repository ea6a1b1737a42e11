/* rvrelay case 1
 * title: XORI with a sign-extended 12-bit immediate
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* the immediate is sign-extended */
RI(1, xori, 0,                  0,     0)
RI(2, xori, 0,                  -1,    0xffffffffffffffff)
RI(3, xori, 0xffffffffffffffff, 0,     0xffffffffffffffff)
RI(4, xori, 0xffffffffffffffff, -1,    0)
RI(5, xori, 0,                  -2048, 0xfffffffffffff800)
RI(6, xori, 0,                  2047,  0x7ff)
RI(7, xori, 0xffffffffffffffff, -2048, 0x7ff)
RI(8, xori, 0xffffffffffffffff, 2047,  0xfffffffffffff800)

/* mixed bits */
RI( 9, xori, 0x0123456789abcdef, 0x70f,  0x0123456789abcae0)
RI(10, xori, 0x0123456789abcdef, -0x70f, 0xfedcba987654351e)
RI(11, xori, 0xfedcba9876543210, 0xf0,   0xfedcba98765432e0)
RI(12, xori, 0xfedcba9876543210, -0xf0,  0x0123456789abcd00)
RI(13, xori, 0x5555555555555555, 0x2aa,  0x55555555555557ff)
RI(14, xori, 0xaaaaaaaaaaaaaaaa, -1,     0x5555555555555555)
RI(15, xori, 0x8000000000000000, -2048,  0x7ffffffffffff800)
RI(16, xori, 0x80000000,         -2048,  0xffffffff7ffff800)
RI(17, xori, 0xffffffff80000000, 1,      0xffffffff80000001)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(18, xori, 0x0123456789abcdef, -0x123, 0xfedcba9876543332)
RI_RS1_IS_X0(19, xori, -0x123, 0xfffffffffffffedd)
RI_RD_IS_X0( 20, xori, 0x0123456789abcdef, -0x123)
RI_IN(       21, xori, ra, t5, 0x0123456789abcdef, -0x123, 0xfedcba9876543332)
RI_IN(       22, xori, a6, s0, 0x0123456789abcdef, -0x123, 0xfedcba9876543332)
RI_IN(       23, xori, t5, sp, 0x0123456789abcdef, -0x123, 0xfedcba9876543332)
RI_IN(       24, xori, s11, tp, 0x0123456789abcdef, -0x123, 0xfedcba9876543332)

END
