/* rvrelay case 1
 * title: The opcode OP-V: there are no vectors
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x2b50557
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x02b50557
        NEVER(1)
