/* rvrelay case 1
 * title: JALR clears bit 0 of its target, whichever summand it comes from
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* odd register */
        lla a1, 1f + 1
        jalr a0, 0(a1)
        NEVER(1)

/* odd immediate */
1:      lla a1, 2f
        jalr a0, 1(a1)
        NEVER(2)

/* odd register and odd immediate make an even sum, which stays */
2:      lla a1, 3f - 1
        jalr a0, 1(a1)
        NEVER(3)
3:      lla a1, 4f + 3
        jalr a0, -3(a1)
        NEVER(4)

/* the register itself keeps bit 0 */
4:      lla a1, 5f + 1
        mv a2, a1
        jalr a0, 0(a1)
        NEVER(5)
5:      CHECK_SAME(6, a1, a2)

END
