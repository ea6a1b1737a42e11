/* rvrelay case 1
 * title: ZEXT.H in its form for RV32 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x8054533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x08054533
        NEVER(1)
