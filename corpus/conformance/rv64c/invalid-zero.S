/* rvrelay case 1
 * title: The halfword 0 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x0
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0x0000
        NEVER(1)
