/* rvrelay case 1
 * title: A budget one short ends before the ECALL that exits
 * budget: 510
 * expect: budget
 * expect-pc: 0x10018
 * expect-cycles: 11
 */
#include "../check.h"

BEGIN
        nop                     /* 1 */
        lui a1, 0x10            /* 2 */
        ld a1, 0(a1)            /* 4 */
        mul a1, a1, a1          /* 9 */
        EXIT(0)                 /* 11 and 511 */
