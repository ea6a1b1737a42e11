/* rvrelay case 1
 * title: A pause ends the run behind the call, with a0 = 0
 * expect: pause
 * expect-pc: 0x10010
 * expect-cycles: 503
 * expect-register: a0 0x0
 * system-calls: 9001
 */
#include "../check.h"

BEGIN
        li a0, 5
        li a7, 9001
        ecall
        NEVER(1)
