/* rvrelay case 1
 * title: The zeros behind the code are no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x0
 * expect-pc: 0x10004
 */
#include "../check.h"

BEGIN
        nop
