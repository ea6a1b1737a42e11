/* rvrelay case 1
 * title: A word that is no instruction is found whatever the budget
 * budget: 1
 * expect: fault InvalidInstruction pc=0x10004 instruction=0xffffffff
 * expect-pc: 0x10004
 * expect-cycles: 1
 */
#include "../check.h"

BEGIN
        nop
        .word 0xffffffff
