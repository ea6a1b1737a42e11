/* rvrelay case 1
 * title: The opcode 11-010-11 holds no instruction holds no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x56b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0000056b
        NEVER(1)
