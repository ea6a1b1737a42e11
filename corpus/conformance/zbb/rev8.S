/* rvrelay case 1
 * title: REV8 reverses the order of the eight bytes
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* every byte alone */
R(1, rev8, 1,                  0x0100000000000000)
R(2, rev8, 0x8000,             0x0080000000000000)
R(3, rev8, 0x10000,            0x0000010000000000)
R(4, rev8, 0x80000000,         0x0000008000000000)
R(5, rev8, 0x0000000100000000, 0x1000000)
R(6, rev8, 0x0000800000000000, 0x800000)
R(7, rev8, 0x0001000000000000, 0x100)
R(8, rev8, 0x8000000000000000, 0x80)

/* edges */
R( 9, rev8, 0,                  0)
R(10, rev8, 0xffffffffffffffff, 0xffffffffffffffff)
R(11, rev8, 0x00ff00ff00ff00ff, 0xff00ff00ff00ff00)
R(12, rev8, 0xff00ff00ff00ff00, 0x00ff00ff00ff00ff)

/* mixed bytes */
R(13, rev8, 0x0123456789abcdef, 0xefcdab8967452301)
R(14, rev8, 0xfedcba9876543210, 0x1032547698badcfe)
R(15, rev8, 0x00010080ff000010, 0x100000ff80000100)
R(16, rev8, 0x5555555555555555, 0x5555555555555555)
R(17, rev8, 0x0100000000000080, 0x8000000000000001)

/* which registers: shared, x0, and others */
R_RD_IS_RS1(18, rev8, 0x0123456789abcdef, 0xefcdab8967452301)
R_RS1_IS_X0(19, rev8, 0)
R_RD_IS_X0( 20, rev8, 0x0123456789abcdef)
R_IN(       21, rev8, ra, t5, 0x0123456789abcdef, 0xefcdab8967452301)
R_IN(       22, rev8, a6, s0, 0x0123456789abcdef, 0xefcdab8967452301)
R_IN(       23, rev8, t5, sp, 0x0123456789abcdef, 0xefcdab8967452301)
R_IN(       24, rev8, s11, tp, 0x0123456789abcdef, 0xefcdab8967452301)

END
