/* rvrelay case 1
 * title: The address of a load wraps below 0
 * expect: fault MemOutOfBound address=0xfffffffffffffff8 kind=Memory
 * expect-pc: 0x10004
 */
#include "../check.h"

BEGIN
        ld a0, -8(x0)
        NEVER(1)
