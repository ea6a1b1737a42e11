/* rvrelay case 1
 * title: System call 2092 loads as many bytes as the size says, and the size becomes what is left of the source
 * source: 0x200000007 SGVsbG8sIHJlbGF5
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        lla a1, buffer
        li a2, -1
        sd a2, 0(a1)
        LOAD_DATA(buffer, 5, 0, 7, 2)
        CHECK(1, a0, 0)
        CHECK(2, s1, 12)
LOAD(3, ld, buffer, 0, 0xffffff6f6c6c6548)
END

        .data
word:   .dword 0
        .bss
        .balign 4096
buffer: .skip 3 * 4096
