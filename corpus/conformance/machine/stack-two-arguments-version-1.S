/* rvrelay case 1
 * title: The stack holds argc, argv, NULL, padding and the strings, the last one lowest in version 1
 * version: 1
 * arg: "main"
 * arg: "a"
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        CHECK(1, sp, 0x3fffd0)
        ld a0, 0(sp)
        CHECK(2, a0, 2)                 /* argc */
        ld a0, 8(sp)
        CHECK(3, a0, 0x3ffffb)          /* argv[0] */
        ld a0, 16(sp)
        CHECK(4, a0, 0x3ffff9)          /* argv[1] */
        ld a0, 24(sp)
        CHECK(5, a0, 0)                 /* argv[2] */
        ld a0, 32(sp)
        CHECK(6, a0, 0)                 /* padding */
        ld a0, 40(sp)
        CHECK(7, a0, 0x006e69616d006100) /* padding, "a", "main" */
END
