/* rvrelay case 1
 * title: One argument that needs no padding but for the alignment of sp
 * arg: "main"
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        CHECK(1, sp, 0x3fffe0)
        ld a0, 0(sp)
        CHECK(2, a0, 1)
        ld a0, 8(sp)
        CHECK(3, a0, 0x3ffffb)
        ld a0, 16(sp)
        CHECK(4, a0, 0)
        ld a0, 24(sp)
        CHECK(5, a0, 0x006e69616d000000)
END
