/* rvrelay case 1
 * title: Compressed loads cannot read the last bytes of memory in version 0
 * version: 0
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 */
#include "../check.h"

BEGIN
        .option rvc
        li a1, 0x400000 - 8
        c.ld a0, 0(a1)
        NEVER(1)
