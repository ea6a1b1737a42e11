/* rvrelay case 1
 * title: A load far beyond memory names its address
 * expect: fault MemOutOfBound address=0x8000000000000000 kind=Memory
 * expect-pc: 0x1000c
 */
#include "../check.h"

BEGIN
        li a1, 0x8000000000000000
        ld a0, 0(a1)
        NEVER(1)
