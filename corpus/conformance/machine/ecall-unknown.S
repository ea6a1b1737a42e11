/* rvrelay case 1
 * title: An unknown system call is a fault that names its number
 * expect: fault InvalidEcall code=94
 * expect-pc: 0x10008
 * expect-cycles: 501
 */
#include "../check.h"

BEGIN
        li a7, 94
        ecall
        NEVER(1)
