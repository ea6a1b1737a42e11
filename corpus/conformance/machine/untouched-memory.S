/* rvrelay case 1
 * title: Memory that nothing was loaded to is zero and can be written
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a1, 0x200000
        ld a0, 0(a1)
        CHECK(1, a0, 0)
        li a2, -1
        sd a2, 4(a1)
        ld a0, 0(a1)
        CHECK(2, a0, 0xffffffff00000000)
        ld a0, 8(a1)
        CHECK(3, a0, 0xffffffff)
END
