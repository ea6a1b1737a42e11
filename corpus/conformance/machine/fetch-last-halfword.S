/* rvrelay case 1
 * title: A jump to the last halfword of memory finds its page not executable
 * expect: fault MemWriteOnExecutablePage page=1023
 * expect-pc: 0x3ffffe
 */
#include "../check.h"

BEGIN
        li a1, 0x400000 - 2
        jalr ra, 0(a1)
        NEVER(1)
