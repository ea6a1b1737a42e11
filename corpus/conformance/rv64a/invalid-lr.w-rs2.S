/* rvrelay case 1
 * title: LR.W with rs2 other than x0 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x1015252f
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x1015252f
        NEVER(1)
