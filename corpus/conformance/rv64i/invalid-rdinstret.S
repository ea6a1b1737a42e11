/* rvrelay case 1
 * title: RDINSTRET: there are no control and status registers
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xc0202573
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0xc0202573
        NEVER(1)
