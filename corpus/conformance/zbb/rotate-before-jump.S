/* rvrelay case 1
 * title: Word rotates right before a jump or branch have their results
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a1, 0xdeadbeef00000001
        li a2, 1
        rorw a0, a1, a2
        j 1f
1:      CHECK(1, a0, 0xffffffff80000000)
        roriw a0, a1, 2
        beq x0, x0, 2f
2:      CHECK(2, a0, 0x40000000)
        lla a3, 3f
        rolw a0, a1, a2
        jr a3
3:      CHECK(3, a0, 2)
END
