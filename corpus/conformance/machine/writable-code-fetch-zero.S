/* rvrelay case 1
 * title: Without W^X a jump into memory that was never written fails at its first instruction, which is invalid
 * write-xor-execute: no
 * expect: fault InvalidInstruction pc=0x5000 instruction=0x0
 * expect-pc: 0x5000
 */
#include "../check.h"

BEGIN
        li a1, 0x5000
        jalr ra, 0(a1)
        NEVER(1)
