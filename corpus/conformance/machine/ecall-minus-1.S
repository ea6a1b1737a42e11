/* rvrelay case 1
 * title: The number of a system call is unsigned
 * expect: fault InvalidEcall code=18446744073709551615
 * expect-pc: 0x10008
 * expect-cycles: 501
 */
#include "../check.h"

BEGIN
        li a7, -1
        ecall
        NEVER(1)
