/* rvrelay case 1
 * title: BINVI inverts the bit of rs1 that the immediate names
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* each end of the register */
RI( 1, binvi, 0,                  0,  1)
RI( 2, binvi, 0xffffffffffffffff, 0,  0xfffffffffffffffe)
RI( 3, binvi, 1,                  0,  0)
RI( 4, binvi, 0,                  63, 0x8000000000000000)
RI( 5, binvi, 0xffffffffffffffff, 63, 0x7fffffffffffffff)
RI( 6, binvi, 0x8000000000000000, 63, 0)
RI( 7, binvi, 0,                  31, 0x80000000)
RI( 8, binvi, 0,                  32, 0x0000000100000000)
RI( 9, binvi, 0xffffffffffffffff, 31, 0xffffffff7fffffff)
RI(10, binvi, 0xffffffffffffffff, 32, 0xfffffffeffffffff)

/* a bit among others */
RI(11, binvi, 0x0123456789abcdef, 5,  0x0123456789abcdcf)
RI(12, binvi, 0x0123456789abcdef, 4,  0x0123456789abcdff)
RI(13, binvi, 0xfedcba9876543210, 5,  0xfedcba9876543230)
RI(14, binvi, 0xfedcba9876543210, 40, 0xfedcbb9876543210)
RI(15, binvi, 0xaaaaaaaaaaaaaaaa, 1,  0xaaaaaaaaaaaaaaa8)
RI(16, binvi, 0xaaaaaaaaaaaaaaaa, 2,  0xaaaaaaaaaaaaaaae)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(17, binvi, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RI_RS1_IS_X0(18, binvi, 20, 0x100000)
RI_RD_IS_X0( 19, binvi, 0x0123456789abcdef, 20)
RI_IN(       20, binvi, ra, t5, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RI_IN(       21, binvi, a6, s0, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RI_IN(       22, binvi, t5, sp, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RI_IN(       23, binvi, s11, tp, 0x0123456789abcdef, 20, 0x0123456789bbcdef)

END
