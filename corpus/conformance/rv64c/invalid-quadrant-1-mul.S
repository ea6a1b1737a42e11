/* rvrelay case 1
 * title: Quadrant 1 behind C.ADDW: funct2 10, where other machines multiply
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x9d4d
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0x9d4d
        NEVER(1)
