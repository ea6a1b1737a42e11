/* rvrelay case 1
 * title: The opcode LOAD-FP: there is no floating point
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x52507
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00052507
        NEVER(1)
