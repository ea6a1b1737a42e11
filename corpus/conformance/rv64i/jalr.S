/* rvrelay case 1
 * title: JALR jumps to rs1 plus the immediate and links to the instruction behind it
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* the link is the address of JALR plus 4 */
        lla a1, 2f
        lla a2, 1f
        jalr a0, 0(a1)
1:      NEVER(1)
2:      CHECK_SAME(2, a0, a2)

/* both ends of the immediate */
        lla a1, 3f - 2047
        jalr a0, 2047(a1)
        NEVER(3)
        .balign 2
3:      lla a1, 4f + 2048
        jalr a0, -2048(a1)
        NEVER(4)
4:

/* no link with x0 */
        lla a1, 5f
        jalr x0, 0(a1)
        NEVER(5)
5:      CHECK(6, x0, 0)

/* the address wraps around 2^64 */
        lla a1, 6f
        addi a1, a1, 8
        jalr a0, -8(a1)
        NEVER(7)
6:

/* through other registers */
        lla t5, 7f
        jalr s11, 0(t5)
        NEVER(8)
7:      lla sp, 8f
        jalr ra, 0(sp)
        NEVER(9)
8:

END
