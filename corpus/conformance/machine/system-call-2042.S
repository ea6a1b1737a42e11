/* rvrelay case 1
 * title: System call 2042 gives the cycles so far, its own 500 among them
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        nop                             /* 1 */
        nop                             /* 2 */
        li a7, 2042                     /* 3 */
        ecall                           /* 503 */
        CHECK(1, a0, 503)               /* 507: LI and BEQ */
        nop                             /* 508 */
        ecall                           /* 1008 */
        CHECK(2, a0, 1008)
END
