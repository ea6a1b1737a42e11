/* rvrelay case 1
 * title: System call 2092 needs a size that lies in memory
 * source: 0x200000007 SGVsbG8sIHJlbGF5
 * expect: fault MemOutOfBound address=0xffffffffffffffff kind=Memory
 */
#include "../check.h"

BEGIN
        lla a0, buffer
        li a1, -1
        li a2, 0
        li a3, 7
        li a4, 2
        li a7, 2092
        ecall
        NEVER(1)

        .bss
buffer: .skip 64
