/* rvrelay case 1
 * title: The exit code is a signed byte: 128 is -128
 * expect: exit -128
 */
#include "../check.h"

BEGIN
        li a0, 128
        li a7, 93
        ecall
        ebreak
