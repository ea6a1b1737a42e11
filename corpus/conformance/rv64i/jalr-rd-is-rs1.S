/* rvrelay case 1
 * title: JALR with rd = rs1 jumps to the old value of the register from version 1 on
 * expect: exit 0
 */
#include "../check.h"

BEGIN

        lla a1, 2f
        lla a2, 1f
        jalr a1, 0(a1)
1:      NEVER(1)
2:      CHECK_SAME(2, a1, a2)

        lla ra, 4f - 8
        lla a2, 3f
        jalr ra, 8(ra)
3:      NEVER(3)
4:      CHECK_SAME(4, ra, a2)

END
