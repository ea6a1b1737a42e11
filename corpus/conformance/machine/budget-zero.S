/* rvrelay case 1
 * title: A budget of 0 ends before the first instruction
 * budget: 0
 * expect: budget
 * expect-pc: 0x10000
 * expect-cycles: 0
 */
#include "../check.h"

BEGIN
        nop                     /* 1 */
        lui a1, 0x10            /* 2 */
        ld a1, 0(a1)            /* 4 */
        mul a1, a1, a1          /* 9 */
        EXIT(0)                 /* 11 and 511 */
