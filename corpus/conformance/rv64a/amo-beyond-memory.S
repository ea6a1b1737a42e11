/* rvrelay case 1
 * title: AMO beyond the end of memory is a fault
 * expect: fault MemOutOfBound address=0x400001 kind=Memory
 * expect-pc: 0x1000c
 */
#include "../check.h"

BEGIN
        li a1, 0x3ffffd
        amoadd.w a0, x0, (a1)
        NEVER(1)
