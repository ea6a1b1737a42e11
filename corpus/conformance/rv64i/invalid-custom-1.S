/* rvrelay case 1
 * title: The opcode custom-1 holds no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x52b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0000052b
        NEVER(1)
