/* rvrelay case 1
 * title: RORI rotates right by 0 to 63
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts within the register */
RI(1, rori, 0x0123456789abcdef, 0,  0x0123456789abcdef)
RI(2, rori, 0x0123456789abcdef, 1,  0x8091a2b3c4d5e6f7)
RI(3, rori, 0x0123456789abcdef, 4,  0xf0123456789abcde)
RI(4, rori, 0x0123456789abcdef, 63, 0x02468acf13579bde)
RI(5, rori, 0xfedcba9876543210, 1,  0x7f6e5d4c3b2a1908)
RI(6, rori, 0xfedcba9876543210, 32, 0x76543210fedcba98)

/* edge values */
RI( 7, rori, 0,                  7,  0)
RI( 8, rori, 0xffffffffffffffff, 7,  0xffffffffffffffff)
RI( 9, rori, 1,                  1,  0x8000000000000000)
RI(10, rori, 1,                  63, 2)
RI(11, rori, 0x80000000,         1,  0x40000000)
RI(12, rori, 0x8000000000000000, 1,  0x4000000000000000)
RI(13, rori, 0xaaaaaaaaaaaaaaaa, 1,  0x5555555555555555)
RI(14, rori, 0x5555555555555555, 63, 0xaaaaaaaaaaaaaaaa)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(15, rori, 0x0123456789abcdef, 20, 0xbcdef0123456789a)
RI_RS1_IS_X0(16, rori, 20, 0)
RI_RD_IS_X0( 17, rori, 0x0123456789abcdef, 20)
RI_IN(       18, rori, ra, t5, 0x0123456789abcdef, 20, 0xbcdef0123456789a)
RI_IN(       19, rori, a6, s0, 0x0123456789abcdef, 20, 0xbcdef0123456789a)
RI_IN(       20, rori, t5, sp, 0x0123456789abcdef, 20, 0xbcdef0123456789a)
RI_IN(       21, rori, s11, tp, 0x0123456789abcdef, 20, 0xbcdef0123456789a)

END
