/* rvrelay case 1
 * title: The opcode STORE-FP: there is no floating point
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xa52027
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00a52027
        NEVER(1)
