/* rvrelay case 1
 * title: The HINT c.slli64 a0 is invalid in version 0
 * version: 0
 * expect: fault InvalidInstruction pc=0x10000 instruction=0x502
 * expect-pc: 0x10000
 */
#include "../check.h"

BEGIN
        .half 0x0502
        NEVER(1)
