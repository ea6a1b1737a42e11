/* rvrelay case 1
 * title: OP-IMM-32 with funct3 010 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x5251b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0005251b
        NEVER(1)
