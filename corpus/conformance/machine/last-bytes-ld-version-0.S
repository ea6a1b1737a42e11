/* rvrelay case 1
 * title: LD cannot read the last bytes of memory in version 0
 * version: 0
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-pc: 0x1000c
 */
#include "../check.h"

BEGIN
        li a1, 0x400000 - 8
        ld a0, 0(a1)
        NEVER(1)
