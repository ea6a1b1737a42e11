/* rvrelay case 1
 * title: C.ADDIW with rd = x0 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x2005
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0x2005
        NEVER(1)
