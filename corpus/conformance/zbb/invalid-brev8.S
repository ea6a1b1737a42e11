/* rvrelay case 1
 * title: BREV8, a neighbour of REV8, is not there
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x68755513
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x68755513
        NEVER(1)
