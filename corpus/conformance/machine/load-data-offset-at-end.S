/* rvrelay case 1
 * title: System call 2092 loads nothing from the end of the source on
 * source: 0x200000007 SGVsbG8sIHJlbGF5
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        LOAD_DATA(buffer, 4, 12, 7, 2)
        CHECK(1, a0, 0)
        CHECK(2, s1, 0)
LOAD(3, ld, buffer, 0, 0)
        LOAD_DATA(buffer, 4, 1000, 7, 2)
        CHECK(4, a0, 0)
        CHECK(5, s1, 0)
LOAD(6, ld, buffer, 0, 0)
END

        .data
word:   .dword 0
        .bss
        .balign 4096
buffer: .skip 3 * 4096
