/* rvrelay case 1
 * title: A jump to the top of the address space is a fault of the next fetch
 * expect: fault MemOutOfBound address=0xfffffffffffffffe kind=Memory
 * expect-pc: 0xfffffffffffffffe
 */
#include "../check.h"

BEGIN
        li a1, -2
        jalr ra, 0(a1)
        NEVER(1)
