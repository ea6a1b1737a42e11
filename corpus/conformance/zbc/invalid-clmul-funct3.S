/* rvrelay case 1
 * title: The funct7 of CLMUL with funct3 000 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xab50533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0ab50533
        NEVER(1)
