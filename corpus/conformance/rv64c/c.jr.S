/* rvrelay case 1
 * title: C.JR jumps to a register without a link
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        .option rvc
        li ra, 7
        lla a1, 1f
        c.jr a1
        NEVER(1)
1:      CHECK(2, ra, 7)

        lla ra, 2f
        c.jr ra
        NEVER(3)
2:      lla sp, 3f
        c.jr sp
        NEVER(4)
3:      lla t6, 4f
        c.jr t6
        NEVER(5)
4:

/* bit 0 of the target is cleared */
        lla a1, 5f + 1
        c.jr a1
        NEVER(6)
5:
END
