/* rvrelay case 1
 * title: Without W^X a store over the end of memory changes nothing
 * write-xor-execute: no
 * expect: fault MemOutOfBound address=0x400004 kind=Memory
 * expect-pc: 0x1000c
 * expect-flags: 1023 -
 */
#include "../check.h"

BEGIN
        li a1, 0x400000 - 4
        sd a1, 0(a1)
        NEVER(1)
