/* rvrelay case 1
 * title: SB at the end of memory is out of bounds
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-pc: 0x10008
 */
#include "../check.h"

BEGIN
        li a1, 0x400000
        sb a0, 0(a1)
        NEVER(1)
