/* rvrelay case 1
 * title: The stack cannot be run
 * expect: fault MemWriteOnExecutablePage page=1023
 * expect-pc: 0x3ffff0
 */
#include "../check.h"

BEGIN
        jr sp
        NEVER(1)
