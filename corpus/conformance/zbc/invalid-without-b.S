/* rvrelay case 1
 * title: Without B there is no CLMUL
 * isa: imc,a
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xab51533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0ab51533
        NEVER(1)
