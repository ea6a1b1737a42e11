/* rvrelay case 1
 * title: FENCE.I with rd other than x0 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x150f
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0000150f
        NEVER(1)
