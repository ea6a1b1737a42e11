/* rvrelay case 1
 * title: C.FLD: there is no floating point
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x2008
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0x2008
        NEVER(1)
