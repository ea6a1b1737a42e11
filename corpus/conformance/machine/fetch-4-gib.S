/* rvrelay case 1
 * title: A jump to the address of code plus 2^32 is out of bounds
 * expect: fault MemOutOfBound address=0x100010000 kind=Memory
 * expect-pc: 0x100010000
 */
#include "../check.h"

BEGIN
        li a1, 0x100010000
        jalr ra, 0(a1)
        NEVER(1)
