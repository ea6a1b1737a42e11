/* rvrelay case 1
 * title: a segment that begins late in a page reaches into the next one
 * expect: exit 0
 * expect-flags: 32 D
 * expect-flags: 33 D
 * section: .data 0x20ff8
 */
#include "../check.h"

BEGIN
        li a1, 0x20ff8
        ld a0, 0(a1)
        CHECK(1, a0, 0x1122334455667788)
        ld a0, 8(a1)
        CHECK(2, a0, 0x99aabbccddeeff00)
        sd a1, 8(a1)
        ld a0, 8(a1)
        CHECK(3, a0, 0x20ff8)
END

        .data
        .dword 0x1122334455667788
        .dword 0x99aabbccddeeff00
