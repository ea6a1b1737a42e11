/* rvrelay case 1
 * title: LD that reaches a byte over the end of memory names the address behind its last byte
 * expect: fault MemOutOfBound address=0x400001 kind=Memory
 * expect-pc: 0x1000c
 */
#include "../check.h"

BEGIN
        li a1, 0x400000 - 7
        ld a0, 0(a1)
        NEVER(1)
