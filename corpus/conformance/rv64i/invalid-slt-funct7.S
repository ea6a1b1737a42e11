/* rvrelay case 1
 * title: SLT with the funct7 of SUB is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x40b52533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x40b52533
        NEVER(1)
