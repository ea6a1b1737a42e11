/* rvrelay case 1
 * title: The funct7 of BEXT with funct3 010 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x48b52533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x48b52533
        NEVER(1)
