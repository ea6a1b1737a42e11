/* rvrelay case 1
 * title: A budget that is just enough lets the program exit
 * budget: 511
 * expect: exit 0
 * expect-pc: 0x1001c
 * expect-cycles: 511
 */
#include "../check.h"

BEGIN
        nop                     /* 1 */
        lui a1, 0x10            /* 2 */
        ld a1, 0(a1)            /* 4 */
        mul a1, a1, a1          /* 9 */
        EXIT(0)                 /* 11 and 511 */
