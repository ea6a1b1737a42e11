/* rvrelay case 1
 * title: The HINT c.slli x0, 1 is invalid in version 0
 * version: 0
 * expect: fault InvalidInstruction pc=0x10000 instruction=0x6
 * expect-pc: 0x10000
 */
#include "../check.h"

BEGIN
        .half 0x0006
        NEVER(1)
