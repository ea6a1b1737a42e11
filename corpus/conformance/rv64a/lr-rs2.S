/* rvrelay case 1
 * title: LR with rs2 other than x0 is no instruction
 * expect: fault InvalidInstruction pc=0x10000 instruction=0x1015252f
 */
#include "../check.h"

BEGIN
        .word 0x1015252f                /* lr.w a0, (a0) but for rs2 = ra */
        NEVER(1)
