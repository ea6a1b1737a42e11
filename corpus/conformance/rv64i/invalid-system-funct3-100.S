/* rvrelay case 1
 * title: SYSTEM with funct3 100 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x54073
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00054073
        NEVER(1)
