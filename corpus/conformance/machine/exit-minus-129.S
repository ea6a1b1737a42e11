/* rvrelay case 1
 * title: The exit code is the low byte of a0: -129 is 127
 * expect: exit 127
 */
#include "../check.h"

BEGIN
        li a0, -129
        li a7, 93
        ecall
        ebreak
