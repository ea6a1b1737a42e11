/* rvrelay case 1
 * title: System call 2092 looks for the piece before it reads the size: without the piece a bad pointer does not matter
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 0
        li a1, -8
        li a2, 0
        li a3, 5
        li a4, 5
        li a7, 2092
        ecall
        CHECK(1, a0, 1)
END
