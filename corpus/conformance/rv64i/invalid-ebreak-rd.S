/* rvrelay case 1
 * title: EBREAK with rd other than x0 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x100573
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00100573
        NEVER(1)
