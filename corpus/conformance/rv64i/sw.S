/* rvrelay case 1
 * title: SW stores the low word
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* only the bytes of the width change */
STORE(1, sw, 0,                  0, 0x7766554400000000, 0xffeeddccbbaa9988)
STORE(2, sw, 0xffffffffffffffff, 0, 0x77665544ffffffff, 0xffeeddccbbaa9988)
STORE(3, sw, 0x0123456789abcdef, 0, 0x7766554489abcdef, 0xffeeddccbbaa9988)
STORE(4, sw, 0x8000000000000000, 0, 0x7766554400000000, 0xffeeddccbbaa9988)
STORE(5, sw, 0x80,               0, 0x7766554400000080, 0xffeeddccbbaa9988)
STORE(6, sw, 0x7fff,             0, 0x7766554400007fff, 0xffeeddccbbaa9988)
STORE(7, sw, 0x80000000,         0, 0x7766554480000000, 0xffeeddccbbaa9988)

/* every position */
STORE( 8, sw, 0xa7b6c5d4e3f20819, 0,  0x77665544e3f20819, 0xffeeddccbbaa9988)
STORE( 9, sw, 0xa7b6c5d4e3f20819, 1,  0x776655e3f2081900, 0xffeeddccbbaa9988)
STORE(10, sw, 0xa7b6c5d4e3f20819, 2,  0x7766e3f208191100, 0xffeeddccbbaa9988)
STORE(11, sw, 0xa7b6c5d4e3f20819, 3,  0x77e3f20819221100, 0xffeeddccbbaa9988)
STORE(12, sw, 0xa7b6c5d4e3f20819, 4,  0xe3f2081933221100, 0xffeeddccbbaa9988)
STORE(13, sw, 0xa7b6c5d4e3f20819, 5,  0xf208194433221100, 0xffeeddccbbaa99e3)
STORE(14, sw, 0xa7b6c5d4e3f20819, 6,  0x0819554433221100, 0xffeeddccbbaae3f2)
STORE(15, sw, 0xa7b6c5d4e3f20819, 7,  0x1966554433221100, 0xffeeddccbbe3f208)
STORE(16, sw, 0xa7b6c5d4e3f20819, 8,  0x7766554433221100, 0xffeeddcce3f20819)
STORE(17, sw, 0xa7b6c5d4e3f20819, 9,  0x7766554433221100, 0xffeedde3f2081988)
STORE(18, sw, 0xa7b6c5d4e3f20819, 10, 0x7766554433221100, 0xffeee3f208199988)
STORE(19, sw, 0xa7b6c5d4e3f20819, 11, 0x7766554433221100, 0xffe3f20819aa9988)
STORE(20, sw, 0xa7b6c5d4e3f20819, 12, 0x7766554433221100, 0xe3f20819bbaa9988)

/* which registers */
STORE_RS2_IS_X0(21, sw, 4, 0x0000000033221100, 0xffeeddccbbaa9988)
STORE_IN(       22, sw, ra, s0, 0xa7b6c5d4e3f20819, 3, 0x77e3f20819221100, 0xffeeddccbbaa9988)
STORE_IN(       23, sw, s11, sp, 0xa7b6c5d4e3f20819, 3, 0x77e3f20819221100, 0xffeeddccbbaa9988)
STORE_IN(       24, sw, a6, tp, 0xa7b6c5d4e3f20819, 3, 0x77e3f20819221100, 0xffeeddccbbaa9988)
STORE_IN(       25, sw, gp, t3, 0xa7b6c5d4e3f20819, 3, 0x77e3f20819221100, 0xffeeddccbbaa9988)

/* both ends of the offset, negative offsets, and storing the address register itself */
        SET_CELL(0, 0)
        li a2, 0xa7b6c5d4e3f20819
        la a1, cell + 2048
        sw a2, -2048(a1)
        la a1, cell - 2047 + 8
        sw a2, 2047(a1)
        CHECK_CELL(26, 0xe3f20819, 0xe3f20819)
        SET_CELL(0, 0)
        la a1, cell + 8
        sw a1, -8(a1)
        la t5, cell
        ld a0, 0(t5)
        slli a1, a1, 32
        srli a1, a1, 32
        CHECK_SAME(27, a0, a1)

END

CELL
