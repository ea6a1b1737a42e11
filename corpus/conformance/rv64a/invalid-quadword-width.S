/* rvrelay case 1
 * title: An AMO of quadwords is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xb5452f
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00b5452f
        NEVER(1)
