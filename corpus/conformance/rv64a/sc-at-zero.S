/* rvrelay case 1
 * title: SC at address 0 without a reservation fails
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a2, -1
        sc.d a0, a2, (x0)
        CHECK(1, a0, 1)
        ld a0, 0(x0)
        CHECK(2, a0, 0)
        sc.w a0, a2, (x0)
        CHECK(3, a0, 1)

/* and succeeds with one */
        lr.d a0, (x0)
        sc.d a0, a2, (x0)
        CHECK(4, a0, 0)
        ld a0, 0(x0)
        CHECK(5, a0, -1)
END
