/* rvrelay case 1
 * title: The exit code -1
 * expect: exit -1
 */
#include "../check.h"

BEGIN
        li a0, -1
        li a7, 93
        ecall
        ebreak
