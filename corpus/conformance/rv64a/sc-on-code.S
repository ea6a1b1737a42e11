/* rvrelay case 1
 * title: SC into an executable page is a fault, though LR was none
 * expect: fault MemWriteOnExecutablePage page=16
 * expect-pc: 0x10010
 */
#include "../check.h"

BEGIN
        lla a1, _start
        lr.d a0, (a1)
        sc.d a0, x0, (a1)
        NEVER(1)
