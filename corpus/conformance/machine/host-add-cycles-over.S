/* rvrelay case 1
 * title: The host may add cycles beyond the limit; the run ends behind the call
 * budget: 1000
 * expect: budget
 * expect-pc: 0x10010
 * expect-cycles: 2503
 * expect-register: a0 0x0
 * system-calls: 9008
 */
#include "../check.h"

BEGIN
/* 1 (li a0) + 2 (li a7) + 500 + 2000 */
        li a0, 2000
        li a7, 9008
        ecall
        NEVER(1)
