/* rvrelay case 1
 * title: CZERO.EQZ is not there
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xeb55533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0eb55533
        NEVER(1)
