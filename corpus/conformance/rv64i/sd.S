/* rvrelay case 1
 * title: SD stores all 64 bits
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* only the bytes of the width change */
STORE(1, sd, 0,                  0, 0x0000000000000000, 0xffeeddccbbaa9988)
STORE(2, sd, 0xffffffffffffffff, 0, 0xffffffffffffffff, 0xffeeddccbbaa9988)
STORE(3, sd, 0x0123456789abcdef, 0, 0x0123456789abcdef, 0xffeeddccbbaa9988)
STORE(4, sd, 0x8000000000000000, 0, 0x8000000000000000, 0xffeeddccbbaa9988)
STORE(5, sd, 0x80,               0, 0x0000000000000080, 0xffeeddccbbaa9988)
STORE(6, sd, 0x7fff,             0, 0x0000000000007fff, 0xffeeddccbbaa9988)
STORE(7, sd, 0x80000000,         0, 0x0000000080000000, 0xffeeddccbbaa9988)

/* every position */
STORE( 8, sd, 0xa7b6c5d4e3f20819, 0, 0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
STORE( 9, sd, 0xa7b6c5d4e3f20819, 1, 0xb6c5d4e3f2081900, 0xffeeddccbbaa99a7)
STORE(10, sd, 0xa7b6c5d4e3f20819, 2, 0xc5d4e3f208191100, 0xffeeddccbbaaa7b6)
STORE(11, sd, 0xa7b6c5d4e3f20819, 3, 0xd4e3f20819221100, 0xffeeddccbba7b6c5)
STORE(12, sd, 0xa7b6c5d4e3f20819, 4, 0xe3f2081933221100, 0xffeeddcca7b6c5d4)
STORE(13, sd, 0xa7b6c5d4e3f20819, 5, 0xf208194433221100, 0xffeedda7b6c5d4e3)
STORE(14, sd, 0xa7b6c5d4e3f20819, 6, 0x0819554433221100, 0xffeea7b6c5d4e3f2)
STORE(15, sd, 0xa7b6c5d4e3f20819, 7, 0x1966554433221100, 0xffa7b6c5d4e3f208)
STORE(16, sd, 0xa7b6c5d4e3f20819, 8, 0x7766554433221100, 0xa7b6c5d4e3f20819)

/* which registers */
STORE_RS2_IS_X0(17, sd, 4, 0x0000000033221100, 0xffeeddcc00000000)
STORE_IN(       18, sd, ra, s0, 0xa7b6c5d4e3f20819, 3, 0xd4e3f20819221100, 0xffeeddccbba7b6c5)
STORE_IN(       19, sd, s11, sp, 0xa7b6c5d4e3f20819, 3, 0xd4e3f20819221100, 0xffeeddccbba7b6c5)
STORE_IN(       20, sd, a6, tp, 0xa7b6c5d4e3f20819, 3, 0xd4e3f20819221100, 0xffeeddccbba7b6c5)
STORE_IN(       21, sd, gp, t3, 0xa7b6c5d4e3f20819, 3, 0xd4e3f20819221100, 0xffeeddccbba7b6c5)

/* both ends of the offset, negative offsets, and storing the address register itself */
        SET_CELL(0, 0)
        li a2, 0xa7b6c5d4e3f20819
        la a1, cell + 2048
        sd a2, -2048(a1)
        la a1, cell - 2047 + 8
        sd a2, 2047(a1)
        CHECK_CELL(22, 0xa7b6c5d4e3f20819, 0xa7b6c5d4e3f20819)
        SET_CELL(0, 0)
        la a1, cell + 8
        sd a1, -8(a1)
        la t5, cell
        ld a0, 0(t5)
        CHECK_SAME(23, a0, a1)

END

CELL
