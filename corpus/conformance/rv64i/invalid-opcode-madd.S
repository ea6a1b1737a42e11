/* rvrelay case 1
 * title: The opcode MADD: there is no floating point
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x60b50543
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x60b50543
        NEVER(1)
