/* rvrelay case 1
 * title: A snapshot in a call changes nothing, and ends the run behind the call
 * expect: fault Yield
 * expect-pc: 0x10010
 * expect-cycles: 503
 * expect-register: a0 0x5
 * system-calls: 9007
 */
#include "../check.h"

BEGIN
        li a0, 5
        li a7, 9007
        ecall
        NEVER(1)
