/* rvrelay case 1
 * title: C.JALR links to the instruction two bytes behind it
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        .option rvc
        lla a2, 1f
        lla a1, 2f
        c.jalr a1
1:      NEVER(1)
2:      CHECK_SAME(2, ra, a2)

        lla a2, 3f
        lla t6, 4f
        c.jalr t6
3:      NEVER(3)
4:      CHECK_SAME(4, ra, a2)

/* bit 0 of the target is cleared */
        lla a1, 5f + 1
        c.jalr a1
        NEVER(5)
5:
END
