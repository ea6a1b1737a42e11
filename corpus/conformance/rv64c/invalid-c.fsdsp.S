/* rvrelay case 1
 * title: C.FSDSP: there is no floating point
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xa02a
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0xa02a
        NEVER(1)
