/* rvrelay case 1
 * title: A jump into the middle of an instruction runs what is read there
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 0
        lla a1, 1f + 2
        jr a1
1:      .word 0x45150537                /* lui a0, 0x45150; its upper half is c.li a0, 5 */
        CHECK(1, a0, 5)

/* and the whole one runs where it begins */
        lla a1, 2f
        jr a1
2:      .word 0x45150537
        CHECK(2, a0, 0x45150000)

/* a branch does the same */
        li a0, 0
        beq x0, x0, 3f + 2
3:      .word 0x45150537
        CHECK(3, a0, 5)
END
