/* rvrelay case 1
 * title: Without B there is no SH1ADD
 * isa: imc,a
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x20b52533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x20b52533
        NEVER(1)
