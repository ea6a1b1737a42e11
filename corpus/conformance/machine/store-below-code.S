/* rvrelay case 1
 * title: A store that ends where an executable page begins is none of its business
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        lla a1, _start - 8
        li a2, -1
        sd a2, 0(a1)
        ld a0, 0(a1)
        CHECK(1, a0, -1)
END
