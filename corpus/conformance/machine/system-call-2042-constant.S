/* rvrelay case 1
 * title: System call 2042 counts instructions under constant cost
 * cost: constant
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        nop
        nop
        li a7, 2042
        ecall
        CHECK(1, a0, 4)
END
