/* rvrelay case 1
 * title: A load that wraps around 2^64 names where it ends in version 0
 * version: 0
 * expect: fault MemOutOfBound address=0x4 kind=Memory
 * expect-pc: 0x10008
 */
#include "../check.h"

BEGIN
        li a1, -4
        ld a0, 0(a1)
        NEVER(1)
