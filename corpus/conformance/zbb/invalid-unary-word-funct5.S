/* rvrelay case 1
 * title: The place behind CPOPW holds no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x6035151b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x6035151b
        NEVER(1)
