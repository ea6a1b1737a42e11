/* rvrelay case 1
 * title: Memory begins at address 0, which can be read and written
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        ld a0, 0(x0)
        CHECK(1, a0, 0)
        li a2, 0x0123456789abcdef
        sd a2, 0(x0)
        lw a0, 0(x0)
        CHECK(2, a0, 0xffffffff89abcdef)
        sb x0, 0(x0)
        ld a0, 0(x0)
        CHECK(3, a0, 0x0123456789abcd00)
        ld a0, 2040(x0)
        CHECK(4, a0, 0)
END
