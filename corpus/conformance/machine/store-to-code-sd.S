/* rvrelay case 1
 * title: SD to an executable page is a fault
 * expect: fault MemWriteOnExecutablePage page=16
 * expect-pc: 0x1000c
 */
#include "../check.h"

BEGIN
        lla a1, _start
        sd x0, 0(a1)
        NEVER(1)
