/* rvrelay case 1
 * title: REV8 in its form for RV32 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x69855513
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x69855513
        NEVER(1)
