/* rvrelay case 1
 * title: JALR with funct3 other than 000 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x51567
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00051567
        NEVER(1)
