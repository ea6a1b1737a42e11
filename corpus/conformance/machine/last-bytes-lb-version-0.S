/* rvrelay case 1
 * title: LB cannot read the last byte of memory in version 0
 * version: 0
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-pc: 0x1000c
 */
#include "../check.h"

BEGIN
        li a1, 0x400000 - 1
        lb a0, 0(a1)
        NEVER(1)
