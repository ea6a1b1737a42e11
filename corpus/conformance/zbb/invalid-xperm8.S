/* rvrelay case 1
 * title: XPERM8 is not there
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x28b54533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x28b54533
        NEVER(1)
