/* rvrelay case 1
 * title: A load up to 2^64 names address 0 in version 0
 * version: 0
 * expect: fault MemOutOfBound address=0x0 kind=Memory
 * expect-pc: 0x10008
 */
#include "../check.h"

BEGIN
        li a1, -1
        lb a0, 0(a1)
        NEVER(1)
