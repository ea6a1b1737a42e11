/* rvrelay case 1
 * title: Branches cost 3, taken or not
 * expect: exit 0
 * expect-cycles: 539
 */
#include "../check.h"

BEGIN
        li a1, 1                /* 1 */
        beq a1, a1, 1f          /* taken: 6 * 3 = 18 */
1:      bne a1, x0, 1f
1:      blt x0, a1, 1f
1:      bge a1, x0, 1f
1:      bltu x0, a1, 1f
1:      bgeu a1, x0, 1f
1:      beq a1, x0, 1f          /* not taken: 6 * 3 = 18 */
1:      bne a1, a1, 1f
1:      blt a1, x0, 1f
1:      bge x0, a1, 1f
1:      bltu a1, x0, 1f
1:      bgeu x0, a1, 1f
1:
END                             /* 2 and 500 */
