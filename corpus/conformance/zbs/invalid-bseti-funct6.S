/* rvrelay case 1
 * title: BSETI with a bit set above its amount is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x2c051513
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x2c051513
        NEVER(1)
