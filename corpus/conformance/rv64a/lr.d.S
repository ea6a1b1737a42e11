/* rvrelay case 1
 * title: LR.D loads a doubleword
 * expect: exit 0
 */
#include "../check.h"

#define LR(n, op, rd, rs1, old, want) SET_CELL(old, -1); la rs1, cell; op rd, (rs1); CHECK(n, rd, want)

BEGIN

/* values */
LR( 1, lr.d, a0, a1, 0, 0)
LR( 2, lr.d, a0, a1, -1, -1)
LR( 3, lr.d, a0, a1, 0x8877665544332211, 0x8877665544332211)
LR( 4, lr.d, a0, a1, 0xffffffff7fffffff, 0xffffffff7fffffff)
LR( 5, lr.d, a0, a1, 0x8000000000000000, 0x8000000000000000)

/* which registers */
LR( 6, lr.d, a1, a1, 0x8877665544332211, 0x8877665544332211)
LR( 7, lr.d, x0, a1, 0x8877665544332211, 0)
LR( 8, lr.d, ra, s0, 0x8877665544332211, 0x8877665544332211)
LR( 9, lr.d, s11, sp, 0x8877665544332211, 0x8877665544332211)

/* aq and rl change nothing; the memory stays */
LR(10, lr.d.aq,   a0, a1, 0x8877665544332211, 0x8877665544332211)
LR(11, lr.d.rl,   a0, a1, 0x8877665544332211, 0x8877665544332211)
LR(12, lr.d.aqrl, a0, a1, 0x8877665544332211, 0x8877665544332211)
CHECK_CELL(13, 0x8877665544332211, -1)

END

CELL
