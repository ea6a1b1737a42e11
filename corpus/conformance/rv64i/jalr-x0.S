/* rvrelay case 1
 * title: JALR with rs1 = x0 jumps to the immediate
 * expect: fault MemWriteOnExecutablePage page=0
 * expect-pc: 0x7c
 */
#include "../check.h"

BEGIN
        jalr a0, 0x7c(x0)
        NEVER(1)
