/* rvrelay case 1
 * title: System call 2092 loads only what the source has
 * source: 0x200000007 SGVsbG8sIHJlbGF5
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        lla a1, buffer
        li a2, -1
        sd a2, 8(a1)
        LOAD_DATA(buffer, 100, 4, 7, 2)
        CHECK(1, a0, 0)
        CHECK(2, s1, 8)
LOAD(3, ld, buffer, 0, 0x79616c6572202c6f)
LOAD(4, ld, buffer, 8, -1)              /* what lies behind stays */
END

        .data
word:   .dword 0
        .bss
        .balign 4096
buffer: .skip 3 * 4096
