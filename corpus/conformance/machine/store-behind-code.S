/* rvrelay case 1
 * title: All of the last executable page is closed to stores, also what the program does not fill
 * expect: fault MemWriteOnExecutablePage page=16
 */
#include "../check.h"

BEGIN
        lla a1, end
        sb x0, 1024(a1)
        NEVER(1)
end:
