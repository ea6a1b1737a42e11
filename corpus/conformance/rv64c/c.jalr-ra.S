/* rvrelay case 1
 * title: C.JALR RA jumps to the old value of ra from version 1 on
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        .option rvc
        lla a2, 1f
        lla ra, 2f
        c.jalr ra
1:      NEVER(1)
2:      CHECK_SAME(2, ra, a2)
END
