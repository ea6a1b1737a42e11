/* rvrelay case 1
 * title: The opcode OP-FP: there is no floating point
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xb50553
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00b50553
        NEVER(1)
