/* rvrelay case 1
 * title: Arguments are bytes: text beyond ASCII is UTF-8
 * arg: "ö"
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        ld a1, 8(sp)
        lhu a0, 0(a1)
        CHECK(1, a0, 0xb6c3)            /* U+00F6 */
        lbu a0, 2(a1)
        CHECK(2, a0, 0)
END
