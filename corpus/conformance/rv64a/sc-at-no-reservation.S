/* rvrelay case 1
 * title: SC at 2^64 - 1, which stands for no reservation, is out of bounds
 * expect: fault MemOutOfBound address=0xffffffffffffffff kind=Memory
 * expect-pc: 0x10008
 */
#include "../check.h"

BEGIN
        li a1, -1
        sc.w a0, x0, (a1)
        NEVER(1)
