/* rvrelay case 1
 * title: A branch with funct3 010 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xa52063
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00a52063
        NEVER(1)
