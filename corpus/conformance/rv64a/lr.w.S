/* rvrelay case 1
 * title: LR.W loads a word and sign-extends it
 * expect: exit 0
 */
#include "../check.h"

#define LR(n, op, rd, rs1, old, want) SET_CELL(old, -1); la rs1, cell; op rd, (rs1); CHECK(n, rd, want)

BEGIN

/* values */
LR( 1, lr.w, a0, a1, 0, 0)
LR( 2, lr.w, a0, a1, -1, -1)
LR( 3, lr.w, a0, a1, 0x1122334489abcdef, 0xffffffff89abcdef)
LR( 4, lr.w, a0, a1, 0xffffffff7fffffff, 0x7fffffff)
LR( 5, lr.w, a0, a1, 0x8000000000000000, 0)

/* which registers */
LR( 6, lr.w, a1, a1, 0x1122334489abcdef, 0xffffffff89abcdef)
LR( 7, lr.w, x0, a1, 0x1122334489abcdef, 0)
LR( 8, lr.w, ra, s0, 0x1122334489abcdef, 0xffffffff89abcdef)
LR( 9, lr.w, s11, sp, 0x1122334489abcdef, 0xffffffff89abcdef)

/* aq and rl change nothing; the memory stays */
LR(10, lr.w.aq,   a0, a1, 0x1122334489abcdef, 0xffffffff89abcdef)
LR(11, lr.w.rl,   a0, a1, 0x1122334489abcdef, 0xffffffff89abcdef)
LR(12, lr.w.aqrl, a0, a1, 0x1122334489abcdef, 0xffffffff89abcdef)
CHECK_CELL(13, 0x1122334489abcdef, -1)

END

CELL
