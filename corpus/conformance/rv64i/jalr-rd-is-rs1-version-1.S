/* rvrelay case 1
 * title: JALR with rd = rs1 jumps to the old value of the register from version 1 on
 * version: 1
 * expect: exit 0
 */
#include "../check.h"

BEGIN

        lla a1, 2f
        lla a2, 1f
        jalr a1, 0(a1)
1:      NEVER(1)
2:      CHECK_SAME(2, a1, a2)

END
