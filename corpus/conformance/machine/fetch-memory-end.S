/* rvrelay case 1
 * title: A jump to the end of memory is a fault of the next fetch
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-pc: 0x400000
 */
#include "../check.h"

BEGIN
        li a1, 0x400000
        jalr ra, 0(a1)
        NEVER(1)
