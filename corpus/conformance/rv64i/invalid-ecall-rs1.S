/* rvrelay case 1
 * title: ECALL with rs1 other than x0 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x50073
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00050073
        NEVER(1)
