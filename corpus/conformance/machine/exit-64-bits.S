/* rvrelay case 1
 * title: The exit code is the low byte of a0, whatever stands above it
 * expect: exit 5
 */
#include "../check.h"

BEGIN
        li a0, 0x0123456789abcd05
        li a7, 93
        ecall
        ebreak
