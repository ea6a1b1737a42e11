/* rvrelay case 1
 * title: sp is a multiple of 16 with any number of arguments
 * arg: "main"
 * arg: "a"
 * arg: "bb"
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        CHECK(1, sp, 0x3fffc0)
        ld a0, 0(sp)
        CHECK(2, a0, 3)
        ld a0, 8(sp)
        CHECK(3, a0, 0x3ffffb)
        ld a0, 16(sp)
        CHECK(4, a0, 0x3ffff9)
        ld a0, 24(sp)
        CHECK(5, a0, 0x3ffff6)
        ld a0, 32(sp)
        CHECK(6, a0, 0)
        ld a1, 24(sp)
        lhu a0, 0(a1)
        CHECK(7, a0, 0x6262)
        lbu a0, 2(a1)
        CHECK(8, a0, 0)
END
