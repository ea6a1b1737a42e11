/* rvrelay case 1
 * title: A load behind the end of memory names its address in version 0, too
 * version: 0
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-pc: 0x10008
 */
#include "../check.h"

BEGIN
        li a1, 0x400000
        ld a0, 0(a1)
        NEVER(1)
