/* rvrelay case 1
 * title: The stack grows down and can be written
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        addi sp, sp, -32
        li a1, 0x0123456789abcdef
        sd a1, 24(sp)
        sd sp, 0(sp)
        ld a0, 24(sp)
        CHECK(1, a0, 0x0123456789abcdef)
        ld a0, 0(sp)
        CHECK_SAME(2, a0, sp)
END
