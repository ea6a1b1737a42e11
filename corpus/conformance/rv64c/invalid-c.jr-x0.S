/* rvrelay case 1
 * title: C.JR with rs1 = x0 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x8002
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0x8002
        NEVER(1)
