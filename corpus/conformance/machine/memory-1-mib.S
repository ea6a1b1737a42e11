/* rvrelay case 1
 * title: Memory ends where the world says, here after 1 MiB
 * memory: 1048576
 * expect: fault MemOutOfBound address=0x100000 kind=Memory
 */
#include "../check.h"

BEGIN
        li a1, 0x100000 - 8
        li a2, -1
        sd a2, 0(a1)
        ld a0, 0(a1)
        CHECK(1, a0, -1)
        ld a0, 8(a1)
        NEVER(2)
