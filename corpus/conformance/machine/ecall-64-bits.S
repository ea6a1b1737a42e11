/* rvrelay case 1
 * title: The number of a system call is all of a7: 2^32 + 93 is not exit
 * expect: fault InvalidEcall code=4294967389
 */
#include "../check.h"

BEGIN
        li a7, 0x10000005d
        ecall
        NEVER(1)
