/* rvrelay case 1
 * title: ORC with another control than that of ORC.B is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x28655513
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x28655513
        NEVER(1)
