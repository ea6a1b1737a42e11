/* rvrelay case 1
 * title: SRET: there are no privileged instructions
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x10200073
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x10200073
        NEVER(1)
