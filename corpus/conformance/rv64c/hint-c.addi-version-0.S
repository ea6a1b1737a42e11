/* rvrelay case 1
 * title: The HINT c.addi a0, 0 is invalid in version 0
 * version: 0
 * expect: fault InvalidInstruction pc=0x10000 instruction=0x501
 * expect-pc: 0x10000
 */
#include "../check.h"

BEGIN
        .half 0x0501
        NEVER(1)
