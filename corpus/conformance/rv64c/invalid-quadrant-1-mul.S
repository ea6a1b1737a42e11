/* rvrelay case 1
 * title: The place of C.MUL behind C.ADDW holds no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x9d4d
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0x9d4d
        NEVER(1)
