/* rvrelay case 1
 * title: SRAI with a bit set between bit 30 and its amount is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x44055513
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x44055513
        NEVER(1)
