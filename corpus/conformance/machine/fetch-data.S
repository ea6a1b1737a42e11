/* rvrelay case 1
 * title: A jump to a page that is not executable is a fault of the next fetch
 * expect: fault MemWriteOnExecutablePage page=5
 * expect-pc: 0x5000
 */
#include "../check.h"

BEGIN
        li a1, 0x5000
        jalr ra, 0(a1)
        NEVER(1)
