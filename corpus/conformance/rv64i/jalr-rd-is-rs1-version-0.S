/* rvrelay case 1
 * title: JALR with rd = rs1 jumps relative to the link, its new value, in version 0
 * version: 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN

        lla ra, 2f
        lla a2, 1f
        jalr ra, 12(ra)                 /* 12 behind the link, not 12 behind label 2 */
1:      NEVER(1)
        j 2f                            /* 12 behind label 1 */
        .skip 12
        NEVER(2)
2:      CHECK_SAME(3, ra, a2)

/* with other registers the old value counts as in every version */
        lla a1, 4f
        lla a2, 3f
        jalr a0, 0(a1)
3:      NEVER(4)
4:      CHECK_SAME(5, a0, a2)

END
