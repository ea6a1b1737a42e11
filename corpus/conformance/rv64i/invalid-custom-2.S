/* rvrelay case 1
 * title: The opcode custom-2 holds no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x55b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0000055b
        NEVER(1)
