/* rvrelay case 1
 * title: SW to an executable page is a fault
 * expect: fault MemWriteOnExecutablePage page=16
 * expect-pc: 0x1000c
 */
#include "../check.h"

BEGIN
        lla a1, _start
        sw x0, 0(a1)
        NEVER(1)
