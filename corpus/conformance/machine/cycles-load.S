/* rvrelay case 1
 * title: Loads cost 3, LD costs 2
 * expect: exit 0
 * expect-cycles: 523
 */
#include "../check.h"

BEGIN
        lui a1, 0x10            /* 1 */
        lb a0, 0(a1)
        lh a0, 0(a1)
        lw a0, 0(a1)
        lbu a0, 0(a1)
        lhu a0, 0(a1)
        lwu a0, 0(a1)
                                /* 6 * 3 = 18 */
        ld a0, 0(a1)            /* 2 */
END                             /* 2 and 500 */
