/* rvrelay case 1
 * title: A second LR moves the reservation
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        SET_CELL(1, 2)
        la a1, cell
        la a3, cell + 8
        lr.d a0, (a1)
        lr.d a0, (a3)
        CHECK(1, a0, 2)
        sc.d a0, x0, (a3)
        CHECK(2, a0, 0)
        CHECK_CELL(2, 1, 0)

/* the first one is gone */
        lr.d a0, (a1)
        lr.d a0, (a3)
        sc.d a0, x0, (a1)
        CHECK(3, a0, 1)
        CHECK_CELL(3, 1, 0)
END

CELL
