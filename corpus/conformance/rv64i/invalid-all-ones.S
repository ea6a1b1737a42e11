/* rvrelay case 1
 * title: A word of ones is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xffffffff
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0xffffffff
        NEVER(1)
