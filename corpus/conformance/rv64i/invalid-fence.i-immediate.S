/* rvrelay case 1
 * title: FENCE.I with an immediate is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x10100f
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0010100f
        NEVER(1)
