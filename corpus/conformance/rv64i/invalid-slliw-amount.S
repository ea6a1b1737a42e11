/* rvrelay case 1
 * title: SLLIW by 32 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x205151b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0205151b
        NEVER(1)
