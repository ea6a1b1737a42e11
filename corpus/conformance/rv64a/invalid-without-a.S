/* rvrelay case 1
 * title: Without A there is no AMOADD
 * isa: imc,b
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xb5252f
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x00b5252f
        NEVER(1)
