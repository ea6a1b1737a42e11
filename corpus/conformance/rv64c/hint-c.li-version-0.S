/* rvrelay case 1
 * title: The HINT c.li x0, 5 is invalid in version 0
 * version: 0
 * expect: fault InvalidInstruction pc=0x10000 instruction=0x4015
 * expect-pc: 0x10000
 */
#include "../check.h"

BEGIN
        .half 0x4015
        NEVER(1)
