/* rvrelay case 1
 * title: System call 2092 charges a cycle for every four bytes it moved, rounded up
 * source: 0x200000007 SGVsbG8sIHJlbGF5
 * expect: exit 0
 * expect-cycles: 1014
 */
#include "../check.h"

BEGIN
        lui a0, 0x11            /* 1: any writable page */
        addi a1, a0, 16         /* 2 */
        li a2, 5                /* 3: the size */
        sd a2, 0(a1)            /* 5 */
        li a2, 0                /* 6 */
        li a3, 7                /* 7 */
        li a4, 2                /* 8 */
        li a7, 2092             /* 10: two instructions */
        ecall                   /* 510, and 2 for 5 bytes: 512 */
END                             /* 2 and 500 */

        .data
word:   .dword 0
        .bss
        .balign 4096
buffer: .skip 3 * 4096
