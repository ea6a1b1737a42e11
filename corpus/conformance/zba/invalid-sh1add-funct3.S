/* rvrelay case 1
 * title: The funct7 of SH1ADD with funct3 000 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x20b50533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x20b50533
        NEVER(1)
