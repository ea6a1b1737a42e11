/* rvrelay case 1
 * title: SC ends the reservation, whether it succeeds or fails
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        SET_CELL(1, 2)
        la a1, cell
        la a3, cell + 8
        li a2, 7

/* after a success */
        lr.d a0, (a1)
        sc.d a0, a2, (a1)
        CHECK(1, a0, 0)
        sc.d a0, x0, (a1)
        CHECK(2, a0, 1)
        CHECK_CELL(2, 7, 2)

/* after a failure at another address */
        lr.d a0, (a1)
        sc.d a0, a2, (a3)
        CHECK(3, a0, 1)
        sc.d a0, x0, (a1)
        CHECK(4, a0, 1)
        CHECK_CELL(4, 7, 2)

/* the same with words */
        lr.w a0, (a1)
        sc.w a0, a2, (a3)
        CHECK(5, a0, 1)
        sc.w a0, x0, (a1)
        CHECK(6, a0, 1)
        CHECK_CELL(6, 7, 2)
END

CELL
