/* rvrelay case 1
 * title: Quadrant 1 behind C.ADDW: funct2 11, where other machines have C.NOT
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x9d75
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0x9d75
        NEVER(1)
