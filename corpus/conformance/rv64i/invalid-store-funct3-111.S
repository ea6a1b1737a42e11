/* rvrelay case 1
 * title: A store with funct3 111 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xa57023
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00a57023
        NEVER(1)
