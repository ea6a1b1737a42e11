/* rvrelay case 1
 * title: Every instruction costs 1 under constant cost
 * cost: constant
 * expect: exit 0
 * expect-cycles: 12
 */
#include "../check.h"

BEGIN
        nop                     /* 1 */
        lui a1, 0x20            /* 2 */
        sd a0, 0(a1)            /* 3 */
        lw a0, 0(a1)            /* 4 */
        mul a0, a1, a1          /* 5 */
        div a0, a1, a1          /* 6 */
        amoadd.w a0, a0, (a1)   /* 7 */
        ebreak                  /* 8 */
        jal x0, 1f              /* 9 */
1:      EXIT(0)                 /* 12 */
