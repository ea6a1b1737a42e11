/* rvrelay case 1
 * title: LR, SC and AMOs work at any address
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        SET_CELL(0x7766554433221100, 0xffeeddccbbaa9988)

/* words */
        la a1, cell + 1
        lr.w a0, (a1)
        CHECK(1, a0, 0x44332211)
        li a2, 0x0a0b0c0d
        sc.w a0, a2, (a1)
        CHECK(2, a0, 0)
        CHECK_CELL(2, 0x7766550a0b0c0d00, 0xffeeddccbbaa9988)
        la a1, cell + 6
        li a2, 1
        amoadd.w a0, a2, (a1)
        CHECK(3, a0, 0xffffffff99887766)
        CHECK_CELL(3, 0x7767550a0b0c0d00, 0xffeeddccbbaa9988)

/* doublewords */
        la a1, cell + 3
        lr.d a0, (a1)
        CHECK(4, a0, 0xaa99887767550a0b)
        sc.d a0, x0, (a1)
        CHECK(5, a0, 0)
        CHECK_CELL(5, 0x00000000000c0d00, 0xffeeddccbb000000)
        la a1, cell + 5
        li a2, -1
        amoswap.d a0, a2, (a1)
        CHECK(6, a0, 0xccbb000000000000)
        CHECK_CELL(6, 0xffffff00000c0d00, 0xffeeddffffffffff)
END

CELL
