/* rvrelay case 1
 * title: Stores cost 3, SD costs 2
 * expect: exit 0
 * expect-cycles: 514
 */
#include "../check.h"

BEGIN
        lui a1, 0x20            /* 1 */
        sb a0, 0(a1)
        sh a0, 0(a1)
        sw a0, 0(a1)
                                /* 3 * 3 = 9 */
        sd a0, 0(a1)            /* 2 */
END                             /* 2 and 500 */
