/* rvrelay case 1
 * title: An AMO with funct5 11111 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xf8b5252f
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0xf8b5252f
        NEVER(1)
