/* rvrelay case 1
 * title: System call 2092 cannot load beyond the end of memory
 * source: 0x200000007 SGVsbG8sIHJlbGF5
 * expect: fault MemOutOfBound address=0x400002 kind=Memory
 */
#include "../check.h"

BEGIN
        lla a1, word
        li a0, 4
        sd a0, 0(a1)
        li a0, 0x400000 - 2
        li a2, 0
        li a3, 7
        li a4, 2
        li a7, 2092
        ecall
        NEVER(1)

        .data
word:   .dword 0
