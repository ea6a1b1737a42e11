/* rvrelay case 1
 * title: A load that the budget does not reach is not run
 * budget: 3
 * expect: budget
 * expect-pc: 0x10008
 * expect-cycles: 2
 */
#include "../check.h"

BEGIN
        nop                     /* 1 */
        lui a1, 0x10            /* 2 */
        ld a1, 0(a1)            /* 4 */
        mul a1, a1, a1          /* 9 */
        EXIT(0)                 /* 11 and 511 */
