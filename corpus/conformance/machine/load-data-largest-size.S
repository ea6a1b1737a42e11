/* rvrelay case 1
 * title: System call 2092 takes any size, here 2^64 - 1
 * source: 0x200000007 SGVsbG8sIHJlbGF5
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        LOAD_DATA(buffer, -1, 0, 7, 2)
        CHECK(1, a0, 0)
        CHECK(2, s1, 12)
LOAD(3, ld, buffer, 0, 0x72202c6f6c6c6548)
LOAD(4, ld, buffer, 8, 0x79616c65)
END

        .data
word:   .dword 0
        .bss
        .balign 4096
buffer: .skip 3 * 4096
