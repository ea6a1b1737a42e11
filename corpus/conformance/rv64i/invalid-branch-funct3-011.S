/* rvrelay case 1
 * title: A branch with funct3 011 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xa53063
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00a53063
        NEVER(1)
