/* rvrelay case 1
 * title: SC.W without a reservation gives 1 and leaves the memory as it is
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        SET_CELL(0x1122334489abcdef, -1)
        la a1, cell
        li a2, 0x9abcdef012345678
        sc.w a0, a2, (a1)
        CHECK(1, a0, 1)
        CHECK_CELL(1, 0x1122334489abcdef, -1)

/* rd = rs2, and x0 */
        sc.w a2, a2, (a1)
        CHECK(2, a2, 1)
        sc.w x0, a1, (a1)
        CHECK(3, x0, 0)
        CHECK_CELL(3, 0x1122334489abcdef, -1)
END

CELL
