/* rvrelay case 1
 * title: Without W^X a store over the end of a memory of less than 4 MiB changes nothing
 * write-xor-execute: no
 * memory: 1048576
 * expect: fault MemOutOfBound address=0x100004 kind=Memory
 * expect-pc: 0x1000c
 * expect-flags: 255 -
 */
#include "../check.h"

BEGIN
        li a1, 0x100000 - 4
        sd a1, 0(a1)
        NEVER(1)
