/* rvrelay case 1
 * title: System call 2092 gives 1 for a source or index that is not there and keeps the size
 * source: 0x200000007 SGVsbG8sIHJlbGF5
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        LOAD_DATA(buffer, 9, 0, 8, 2)
        CHECK(1, a0, 1)
        CHECK(2, s1, 9)
        LOAD_DATA(buffer, 9, 0, 7, 1)
        CHECK(3, a0, 1)
        CHECK(4, s1, 9)
LOAD(5, ld, buffer, 0, 0)
END

        .data
word:   .dword 0
        .bss
        .balign 4096
buffer: .skip 3 * 4096
