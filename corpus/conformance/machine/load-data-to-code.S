/* rvrelay case 1
 * title: System call 2092 cannot load to an executable page
 * source: 0x200000007 SGVsbG8sIHJlbGF5
 * expect: fault MemWriteOnExecutablePage page=16
 */
#include "../check.h"

BEGIN
        LOAD_DATA(_start, 4, 0, 7, 2)
        NEVER(1)

        .data
word:   .dword 0
        .bss
        .balign 4096
buffer: .skip 3 * 4096
