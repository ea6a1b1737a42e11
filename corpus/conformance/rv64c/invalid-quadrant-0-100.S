/* rvrelay case 1
 * title: Quadrant 0 with funct3 100, where other machines load and store bytes, is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x8008
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .half 0x8008
        NEVER(1)
