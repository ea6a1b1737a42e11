/* rvrelay case 1
 * title: Version 0 stores four bytes of each slot of the stack and leaves the other four as they were
 * version: 0
 * arg: "m"
 * section: .data 0x3ff000
 * mark-program: no
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        CHECK(1, sp, 0x3fffee)
LOAD(2, lwu, 0x3fffee, 0, 1)            /* argc */
LOAD(3, lwu, 0x3ffff2, 0, 0xffffffff)
LOAD(4, lwu, 0x3ffff6, 0, 0x3ffffe)     /* argv[0] */
LOAD(5, lwu, 0x3ffffa, 0, 0xffffffff)
END

        .data
        .fill 4096, 1, 0xff
