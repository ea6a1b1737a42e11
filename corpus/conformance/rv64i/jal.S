/* rvrelay case 1
 * title: JAL jumps relative to its own address and links to the instruction behind it
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* forward; the link is the address of JAL plus 4 */
        lla a1, 1f
        jal a0, 2f
1:      NEVER(1)
2:      CHECK_SAME(2, a0, a1)

/* backward */
        j 4f
3:      j 5f
4:      jal ra, 3b
        NEVER(3)
5:

/* to the next instruction */
        jal s11, 6f
6:      lla a1, 6b
        CHECK_SAME(4, s11, a1)

/* no link with x0 */
        jal x0, 7f
        NEVER(5)
7:      CHECK(6, x0, 0)

/* over the instruction behind it, which is compressed */
        jal a0, 8f
        .option rvc
        c.ebreak
8:      .option norvc
        lla a1, 8b - 2
        CHECK_SAME(7, a0, a1)

END
