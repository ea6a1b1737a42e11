/* rvrelay case 1
 * title: A system call does not end the reservation
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        SET_CELL(1, 2)
        la a1, cell
        li a2, 0x0123456789abcdef
        lr.d a0, (a1)
        li a7, 2041
        ecall
        CHECK(1, a0, 2)
        sc.d a0, a2, (a1)
        CHECK(10, a0, 0)
        ld a0, 0(a1)
        CHECK(11, a0, 0x0123456789abcdef)
END

CELL
