/* rvrelay case 1
 * title: C.JALR RA goes on behind itself in version 0, where the link counts
 * version: 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        .option rvc
        lla a2, 1f
        lla ra, 2f
        c.jalr ra
1:      CHECK_SAME(1, ra, a2)
END
2:      NEVER(2)
