/* rvrelay case 1
 * title: System call 2041 gives the version of the VM, 1
 * version: 1
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 99
        li a7, 2041
        ecall
        CHECK(1, a0, 1)
        CHECK(2, a7, 2041)
END
