/* rvrelay case 1
 * title: The stack of version 0 has neither NULL nor alignment
 * version: 0
 * arg: "main"
 * arg: "a"
 * expect: exit 0
 */
#include "../check.h"

#define WORD(n, address, want) li a1, address; lwu a0, 0(a1); CHECK(n, a0, want)

BEGIN
        CHECK(1, sp, 0x3fffe1)
WORD(2, 0x3fffe1, 2)                    /* argc, a word in a slot of 8 bytes */
WORD(3, 0x3fffe5, 0)
WORD(4, 0x3fffe9, 0x3ffffb)             /* argv[0] */
WORD(5, 0x3fffed, 0)
WORD(6, 0x3ffff1, 0x3ffff9)             /* argv[1] */
WORD(7, 0x3ffff5, 0)
WORD(8, 0x3ffff9, 0x616d0061)           /* "a", "ma" */
        lhu a0, 3(a1)
        CHECK(9, a0, 0x6961)
END
