/* rvrelay case 1
 * title: Yield ends the run behind the call, with a0 = 0
 * expect: fault Yield
 * expect-pc: 0x10010
 * expect-cycles: 503
 * expect-register: a0 0x0
 * system-calls: 9006
 */
#include "../check.h"

BEGIN
        li a0, 5
        li a7, 9006
        ecall
        NEVER(1)
