/* rvrelay case 1
 * title: The HINT c.add x0, a0 is invalid in version 0
 * version: 0
 * expect: fault InvalidInstruction pc=0x10000 instruction=0x902a
 * expect-pc: 0x10000
 */
#include "../check.h"

BEGIN
        .half 0x902a
        NEVER(1)
