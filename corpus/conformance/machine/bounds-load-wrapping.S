/* rvrelay case 1
 * title: A load that wraps around 2^64 names its address
 * expect: fault MemOutOfBound address=0xfffffffffffffffc kind=Memory
 * expect-pc: 0x10008
 */
#include "../check.h"

BEGIN
        li a1, -4
        ld a0, 0(a1)
        NEVER(1)
