/* rvrelay case 1
 * title: SC.W stores the low word and gives 0 where the address is reserved
 * expect: exit 0
 */
#include "../check.h"

/* Reserves the cell, stores b and expects 0. */
#define SC(n, op, rd, rs2, rs1, b, new) \
  SET_CELL(0x1122334489abcdef, -1); la rs1, cell; lr.w t4, (rs1); li rs2, b; op rd, rs2, (rs1); \
  CHECK(n, rd, 0); CHECK_CELL(n, new, -1)

BEGIN

/* values */
SC( 1, sc.w, a0, a2, a1, 0, 0x1122334400000000)
SC( 2, sc.w, a0, a2, a1, -1, 0x11223344ffffffff)
SC( 3, sc.w, a0, a2, a1, 0x9abcdef012345678, 0x1122334412345678)
SC( 4, sc.w, a0, a2, a1, 0x7fffffff80000001, 0x1122334480000001)

/* which registers: rd = rs2, rd = rs1, x0, and others */
SC( 5, sc.w, a2, a2, a1, 0x9abcdef012345678, 0x1122334412345678)
SC( 6, sc.w, a1, a2, a1, 0x9abcdef012345678, 0x1122334412345678)
SC( 7, sc.w, x0, a2, a1, 0x9abcdef012345678, 0x1122334412345678)
SC( 8, sc.w, a0, x0, a1, 0, 0x1122334400000000)
SC( 9, sc.w, ra, s0, tp, 0x9abcdef012345678, 0x1122334412345678)
SC(10, sc.w, s11, sp, a6, 0x9abcdef012345678, 0x1122334412345678)

/* aq and rl change nothing */
SC(11, sc.w.aq,   a0, a2, a1, 0x9abcdef012345678, 0x1122334412345678)
SC(12, sc.w.rl,   a0, a2, a1, 0x9abcdef012345678, 0x1122334412345678)
SC(13, sc.w.aqrl, a0, a2, a1, 0x9abcdef012345678, 0x1122334412345678)

/* the address register itself is stored */
        SET_CELL(0, -1)
        la a1, cell
        lr.w a0, (a1)
        sc.w a0, a1, (a1)
        CHECK(14, a0, 0)
        lw a2, 0(a1)
        CHECK_SAME(14, a1, a2)

END

CELL
