/* rvrelay case 1
 * title: Index and source of system call 2092 have 32 bits; larger ones are not there
 * source: 0x200000007 SGVsbG8sIHJlbGF5
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        LOAD_DATA(buffer, 9, 0, 0x100000007, 2)
        CHECK(1, a0, 1)
        CHECK(2, s1, 9)
        LOAD_DATA(buffer, 9, 0, 7, 0x100000002)
        CHECK(3, a0, 1)
        CHECK(4, s1, 9)
END

        .data
word:   .dword 0
        .bss
        .balign 4096
buffer: .skip 3 * 4096
