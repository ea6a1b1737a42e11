/* rvrelay case 1
 * title: CSRRCI: there are no control and status registers
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x3001f573
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x3001f573
        NEVER(1)
