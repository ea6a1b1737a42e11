/* rvrelay case 1
 * title: Without A there is no LR
 * isa: imc,b
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x100525af
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x100525af
        NEVER(1)
