/* rvrelay case 1
 * title: Stores do not end the reservation, not even to the reserved address
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        SET_CELL(1, 2)
        la a1, cell
        li a2, 0x0123456789abcdef
        lr.d a0, (a1)
        sd x0, 0(a1)
        sb a2, 3(a1)
        sw a2, 8(a1)
        sc.d a0, a2, (a1)
        CHECK(10, a0, 0)
        ld a0, 0(a1)
        CHECK(11, a0, 0x0123456789abcdef)
END

CELL
