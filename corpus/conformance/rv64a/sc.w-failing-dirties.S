/* rvrelay case 1
 * title: SC.W that fails stores the old value: its page is dirty
 * expect: exit 0
 * expect-flags: 512 D
 * expect-reservation: none
 */
#include "../check.h"

BEGIN
        li a1, 0x200000
        sc.w a0, a2, (a1)
        CHECK(1, a0, 1)
END
