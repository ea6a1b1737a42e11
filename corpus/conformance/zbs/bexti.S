/* rvrelay case 1
 * title: BEXTI gives the bit of rs1 that the immediate names, as 0 or 1
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* each end of the register */
RI( 1, bexti, 0,                  0,  0)
RI( 2, bexti, 0xffffffffffffffff, 0,  1)
RI( 3, bexti, 1,                  0,  1)
RI( 4, bexti, 0,                  63, 0)
RI( 5, bexti, 0xffffffffffffffff, 63, 1)
RI( 6, bexti, 0x8000000000000000, 63, 1)
RI( 7, bexti, 0,                  31, 0)
RI( 8, bexti, 0,                  32, 0)
RI( 9, bexti, 0xffffffffffffffff, 31, 1)
RI(10, bexti, 0xffffffffffffffff, 32, 1)

/* a bit among others */
RI(11, bexti, 0x0123456789abcdef, 5,  1)
RI(12, bexti, 0x0123456789abcdef, 4,  0)
RI(13, bexti, 0xfedcba9876543210, 5,  0)
RI(14, bexti, 0xfedcba9876543210, 40, 0)
RI(15, bexti, 0xaaaaaaaaaaaaaaaa, 1,  1)
RI(16, bexti, 0xaaaaaaaaaaaaaaaa, 2,  0)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(17, bexti, 0x0123456789abcdef, 21, 1)
RI_RS1_IS_X0(18, bexti, 21, 0)
RI_RD_IS_X0( 19, bexti, 0x0123456789abcdef, 21)
RI_IN(       20, bexti, ra, t5, 0x0123456789abcdef, 21, 1)
RI_IN(       21, bexti, a6, s0, 0x0123456789abcdef, 21, 1)
RI_IN(       22, bexti, t5, sp, 0x0123456789abcdef, 21, 1)
RI_IN(       23, bexti, s11, tp, 0x0123456789abcdef, 21, 1)

END
