/* rvrelay case 1
 * title: The place of C.NOT behind C.ADDW holds no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x9d75
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0x9d75
        NEVER(1)
