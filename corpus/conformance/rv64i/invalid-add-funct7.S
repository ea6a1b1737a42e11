/* rvrelay case 1
 * title: ADD with a bit set in funct7 that selects nothing is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x80b50533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x80b50533
        NEVER(1)
