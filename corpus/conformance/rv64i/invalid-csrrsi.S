/* rvrelay case 1
 * title: CSRRSI: there are no control and status registers
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xc011e573
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0xc011e573
        NEVER(1)
