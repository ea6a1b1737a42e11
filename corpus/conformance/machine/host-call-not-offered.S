/* rvrelay case 1
 * title: Host calls are unknown to a world that does not name them
 * expect: fault InvalidEcall code=9001
 * expect-pc: 0x1000c
 * expect-cycles: 502
 */
#include "../check.h"

BEGIN
        li a7, 9001
        ecall
        NEVER(1)
