/* rvrelay case 1
 * title: OP-32 with the funct7 of MULW and funct3 011, where MULHU would be, is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x2b5353b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x02b5353b
        NEVER(1)
