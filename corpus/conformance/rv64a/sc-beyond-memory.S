/* rvrelay case 1
 * title: SC without a reservation loads first, beyond the end of memory too
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-pc: 0x10008
 */
#include "../check.h"

BEGIN
        li a1, 0x400000
        sc.w a0, x0, (a1)
        NEVER(1)
