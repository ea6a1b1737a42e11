/* rvrelay case 1
 * title: The greatest exit code is 127
 * expect: exit 127
 */
#include "../check.h"

BEGIN
        li a0, 127
        li a7, 93
        ecall
        ebreak
