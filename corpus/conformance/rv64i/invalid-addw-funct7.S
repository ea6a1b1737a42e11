/* rvrelay case 1
 * title: ADDW with a bit set in funct7 that selects nothing is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x80b5053b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x80b5053b
        NEVER(1)
