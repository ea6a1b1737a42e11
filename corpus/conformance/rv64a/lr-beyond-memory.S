/* rvrelay case 1
 * title: LR beyond the end of memory is a fault
 * expect: fault MemOutOfBound address=0x400001 kind=Memory
 * expect-pc: 0x1000c
 */
#include "../check.h"

BEGIN
        li a1, 0x3ffff9
        lr.d a0, (a1)
        NEVER(1)
