/* rvrelay case 1
 * title: Loads, jumps, branches and fences do not end the reservation
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        SET_CELL(1, 2)
        la a1, cell
        li a2, 0x0123456789abcdef
        lr.d a0, (a1)
        ld a3, 0(a1)
        jal a3, 1f
        NEVER(1)
1:      beq x0, x0, 2f
        NEVER(2)
2:      fence
        fence.i
        lla a3, 3f
        jalr a3, 0(a3)
        NEVER(3)
3:      ebreak
        sc.d a0, a2, (a1)
        CHECK(10, a0, 0)
        ld a0, 0(a1)
        CHECK(11, a0, 0x0123456789abcdef)
END

CELL
