/* rvrelay case 1
 * title: BSETI sets the bit of rs1 that the immediate names
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* each end of the register */
RI( 1, bseti, 0,                  0,  1)
RI( 2, bseti, 0xffffffffffffffff, 0,  0xffffffffffffffff)
RI( 3, bseti, 1,                  0,  1)
RI( 4, bseti, 0,                  63, 0x8000000000000000)
RI( 5, bseti, 0xffffffffffffffff, 63, 0xffffffffffffffff)
RI( 6, bseti, 0x8000000000000000, 63, 0x8000000000000000)
RI( 7, bseti, 0,                  31, 0x80000000)
RI( 8, bseti, 0,                  32, 0x0000000100000000)
RI( 9, bseti, 0xffffffffffffffff, 31, 0xffffffffffffffff)
RI(10, bseti, 0xffffffffffffffff, 32, 0xffffffffffffffff)

/* a bit among others */
RI(11, bseti, 0x0123456789abcdef, 5,  0x0123456789abcdef)
RI(12, bseti, 0x0123456789abcdef, 4,  0x0123456789abcdff)
RI(13, bseti, 0xfedcba9876543210, 5,  0xfedcba9876543230)
RI(14, bseti, 0xfedcba9876543210, 40, 0xfedcbb9876543210)
RI(15, bseti, 0xaaaaaaaaaaaaaaaa, 1,  0xaaaaaaaaaaaaaaaa)
RI(16, bseti, 0xaaaaaaaaaaaaaaaa, 2,  0xaaaaaaaaaaaaaaae)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(17, bseti, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RI_RS1_IS_X0(18, bseti, 20, 0x100000)
RI_RD_IS_X0( 19, bseti, 0x0123456789abcdef, 20)
RI_IN(       20, bseti, ra, t5, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RI_IN(       21, bseti, a6, s0, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RI_IN(       22, bseti, t5, sp, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RI_IN(       23, bseti, s11, tp, 0x0123456789abcdef, 20, 0x0123456789bbcdef)

END
