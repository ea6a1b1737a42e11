/* rvrelay case 1
 * title: Without B there is no ADD.UW
 * isa: imc,a
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x8b5053b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x08b5053b
        NEVER(1)
