/* rvrelay case 1
 * title: SC that fails needs a writable page, too
 * expect: fault MemWriteOnExecutablePage page=16
 * expect-pc: 0x1000c
 */
#include "../check.h"

BEGIN
        lla a1, _start
        sc.d a0, x0, (a1)               /* no reservation: it would store what is there */
        NEVER(1)
