/* rvrelay case 1
 * title: SLLI.UW with a bit set above its amount is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xc05151b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0c05151b
        NEVER(1)
