/* rvrelay case 1
 * title: Data cannot be run
 * expect: fault MemWriteOnExecutablePage page=17
 * expect-pc: 0x11000
 * expect-cycles: 4
 */
#include "../check.h"

BEGIN
        lui a1, 0x11
        jr a1
        NEVER(1)

        .data
        .word 0x00000013                /* nop */
