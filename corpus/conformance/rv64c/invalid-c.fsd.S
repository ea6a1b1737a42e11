/* rvrelay case 1
 * title: C.FSD: there is no floating point
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xa008
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0xa008
        NEVER(1)
