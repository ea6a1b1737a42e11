/* rvrelay case 1
 * title: The exit code is the low byte of a0: 256 is 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 256
        li a7, 93
        ecall
        ebreak
