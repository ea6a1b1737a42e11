/* rvrelay case 1
 * title: A load to x0 reads memory all the same
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-pc: 0x10008
 */
#include "../check.h"

BEGIN
        li a1, 0x400000
        ld x0, 0(a1)
        NEVER(1)
