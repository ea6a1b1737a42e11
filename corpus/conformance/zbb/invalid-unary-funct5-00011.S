/* rvrelay case 1
 * title: The place behind CPOP holds no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x60351513
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x60351513
        NEVER(1)
