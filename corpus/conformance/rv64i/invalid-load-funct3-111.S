/* rvrelay case 1
 * title: A load with funct3 111 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x57503
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00057503
        NEVER(1)
