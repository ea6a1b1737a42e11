/* rvrelay case 1
 * title: A store that begins in an executable page names that page
 * expect: fault MemWriteOnExecutablePage page=16
 * expect-pc: 0x1000c
 */
#include "../check.h"

BEGIN
        lla a1, _start + 4096 - 4
        sd x0, 0(a1)
        NEVER(1)
