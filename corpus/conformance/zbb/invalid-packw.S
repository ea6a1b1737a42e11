/* rvrelay case 1
 * title: PACKW, which ZEXT.H is with rs2 = x0, is not there
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x8b5453b
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x08b5453b
        NEVER(1)
