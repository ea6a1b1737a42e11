/* rvrelay case 1
 * title: A jump to address 0 is a fault of the next fetch
 * expect: fault MemWriteOnExecutablePage page=0
 * expect-pc: 0x0
 */
#include "../check.h"

BEGIN
        li a1, 0
        jalr ra, 0(a1)
        NEVER(1)
