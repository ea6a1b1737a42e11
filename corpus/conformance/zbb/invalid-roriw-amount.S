/* rvrelay case 1
 * title: RORIW by 32 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x6205551b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x6205551b
        NEVER(1)
