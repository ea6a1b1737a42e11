/* rvrelay case 1
 * title: A load that fails is charged, and pc is behind it
 * expect: fault MemOutOfBound address=0x400003 kind=Memory
 * expect-pc: 0x1000c
 * expect-cycles: 5
 */
#include "../check.h"

BEGIN
        li a0, 1
        lui a1, 0x400
        lw a0, -1(a1)
        NEVER(1)
