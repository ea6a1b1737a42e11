/* rvrelay case 1
 * title: The exit code is a signed byte: 255 is -1
 * expect: exit -1
 */
#include "../check.h"

BEGIN
        li a0, 255
        li a7, 93
        ecall
        ebreak
