/* rvrelay case 1
 * title: After exit, pc is behind the ECALL, whose cycles are counted
 * expect: exit 7
 * expect-pc: 0x1000c
 * expect-cycles: 502
 */
#include "../check.h"

BEGIN
        li a0, 7
        li a7, 93
        ecall
        NEVER(1)
