/* rvrelay case 1
 * title: PACK, which ZEXT.H is with rs2 = x0 on RV32, is not there
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x8b54533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x08b54533
        NEVER(1)
