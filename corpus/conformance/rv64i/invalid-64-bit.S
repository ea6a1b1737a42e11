/* rvrelay case 1
 * title: The prefix of 64-bit instructions is no instruction; the word shown has 32 bits
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x3f
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0000003f
        NEVER(1)
