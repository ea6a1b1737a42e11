/* rvrelay case 1
 * title: An unknown system call is charged, and pc is behind it
 * expect: fault InvalidEcall code=1234
 * expect-pc: 0x10008
 * expect-cycles: 501
 */
#include "../check.h"

BEGIN
        li a7, 1234
        ecall
        NEVER(1)
