/* rvrelay case 1
 * title: An AMO of halfwords is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xb5152f
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00b5152f
        NEVER(1)
