/* rvrelay case 1
 * title: MISC-MEM with funct3 010, a cache block operation elsewhere, is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x5200f
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0x0005200f
        NEVER(1)
