/* rvrelay case 1
 * title: AND with funct7 1111111 is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xfeb57533
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        li a0, 1
        .word 0xfeb57533
        NEVER(1)
