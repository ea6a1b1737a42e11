/* rvrelay case 1
 * title: C.LWSP with rd = x0 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x4002
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0x4002
        NEVER(1)
