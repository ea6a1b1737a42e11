/* rvrelay case 1
 * title: Multiplications cost 5
 * expect: exit 0
 * expect-cycles: 527
 */
#include "../check.h"

BEGIN
        mul a0, a1, a2
        mulh a0, a1, a2
        mulhsu a0, a1, a2
        mulhu a0, a1, a2
        mulw a0, a1, a2
                                /* 5 * 5 = 25 */
END                             /* 2 and 500 */
