/* rvrelay case 1
 * title: The reservation does not remember its width
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* LR.W, then SC.D */
        SET_CELL(1, 2)
        la a1, cell
        li a2, 0x0123456789abcdef
        lr.w a0, (a1)
        sc.d a0, a2, (a1)
        CHECK(1, a0, 0)
        CHECK_CELL(1, 0x0123456789abcdef, 2)

/* LR.D, then SC.W */
        lr.d a0, (a1)
        sc.w a0, x0, (a1)
        CHECK(2, a0, 0)
        CHECK_CELL(2, 0x0123456700000000, 2)
END

CELL
