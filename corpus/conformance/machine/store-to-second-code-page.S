/* rvrelay case 1
 * title: A store to the second executable page names that page
 * expect: fault MemWriteOnExecutablePage page=17
 */
#include "../check.h"

BEGIN
        lla a1, _start + 4096
        sw x0, 8(a1)
        NEVER(1)
        .skip 4096
