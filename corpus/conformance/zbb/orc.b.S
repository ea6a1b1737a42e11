/* rvrelay case 1
 * title: ORC.B fills every byte that is not zero with ones
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* every byte alone */
R(1, orc.b, 1,                  0xff)
R(2, orc.b, 0x8000,             0xff00)
R(3, orc.b, 0x10000,            0xff0000)
R(4, orc.b, 0x80000000,         0xff000000)
R(5, orc.b, 0x0000000100000000, 0x000000ff00000000)
R(6, orc.b, 0x0000800000000000, 0x0000ff0000000000)
R(7, orc.b, 0x0001000000000000, 0x00ff000000000000)
R(8, orc.b, 0x8000000000000000, 0xff00000000000000)

/* edges */
R( 9, orc.b, 0,                  0)
R(10, orc.b, 0xffffffffffffffff, 0xffffffffffffffff)
R(11, orc.b, 0x00ff00ff00ff00ff, 0x00ff00ff00ff00ff)
R(12, orc.b, 0xff00ff00ff00ff00, 0xff00ff00ff00ff00)

/* mixed bytes */
R(13, orc.b, 0x0123456789abcdef, 0xffffffffffffffff)
R(14, orc.b, 0xfedcba9876543210, 0xffffffffffffffff)
R(15, orc.b, 0x00010080ff000010, 0x00ff00ffff0000ff)
R(16, orc.b, 0x5555555555555555, 0xffffffffffffffff)
R(17, orc.b, 0x0100000000000080, 0xff000000000000ff)

/* which registers: shared, x0, and others */
R_RD_IS_RS1(18, orc.b, 0x0123456789abcdef, 0xffffffffffffffff)
R_RS1_IS_X0(19, orc.b, 0)
R_RD_IS_X0( 20, orc.b, 0x0123456789abcdef)
R_IN(       21, orc.b, ra, t5, 0x0123456789abcdef, 0xffffffffffffffff)
R_IN(       22, orc.b, a6, s0, 0x0123456789abcdef, 0xffffffffffffffff)
R_IN(       23, orc.b, t5, sp, 0x0123456789abcdef, 0xffffffffffffffff)
R_IN(       24, orc.b, s11, tp, 0x0123456789abcdef, 0xffffffffffffffff)

END
