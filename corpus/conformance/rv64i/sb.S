/* rvrelay case 1
 * title: SB stores the low byte
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* only the bytes of the width change */
STORE(1, sb, 0,                  0, 0x7766554433221100, 0xffeeddccbbaa9988)
STORE(2, sb, 0xffffffffffffffff, 0, 0x77665544332211ff, 0xffeeddccbbaa9988)
STORE(3, sb, 0x0123456789abcdef, 0, 0x77665544332211ef, 0xffeeddccbbaa9988)
STORE(4, sb, 0x8000000000000000, 0, 0x7766554433221100, 0xffeeddccbbaa9988)
STORE(5, sb, 0x80,               0, 0x7766554433221180, 0xffeeddccbbaa9988)
STORE(6, sb, 0x7fff,             0, 0x77665544332211ff, 0xffeeddccbbaa9988)
STORE(7, sb, 0x80000000,         0, 0x7766554433221100, 0xffeeddccbbaa9988)

/* every position */
STORE( 8, sb, 0xa7b6c5d4e3f20819, 0,  0x7766554433221119, 0xffeeddccbbaa9988)
STORE( 9, sb, 0xa7b6c5d4e3f20819, 1,  0x7766554433221900, 0xffeeddccbbaa9988)
STORE(10, sb, 0xa7b6c5d4e3f20819, 2,  0x7766554433191100, 0xffeeddccbbaa9988)
STORE(11, sb, 0xa7b6c5d4e3f20819, 3,  0x7766554419221100, 0xffeeddccbbaa9988)
STORE(12, sb, 0xa7b6c5d4e3f20819, 4,  0x7766551933221100, 0xffeeddccbbaa9988)
STORE(13, sb, 0xa7b6c5d4e3f20819, 5,  0x7766194433221100, 0xffeeddccbbaa9988)
STORE(14, sb, 0xa7b6c5d4e3f20819, 6,  0x7719554433221100, 0xffeeddccbbaa9988)
STORE(15, sb, 0xa7b6c5d4e3f20819, 7,  0x1966554433221100, 0xffeeddccbbaa9988)
STORE(16, sb, 0xa7b6c5d4e3f20819, 8,  0x7766554433221100, 0xffeeddccbbaa9919)
STORE(17, sb, 0xa7b6c5d4e3f20819, 9,  0x7766554433221100, 0xffeeddccbbaa1988)
STORE(18, sb, 0xa7b6c5d4e3f20819, 10, 0x7766554433221100, 0xffeeddccbb199988)
STORE(19, sb, 0xa7b6c5d4e3f20819, 11, 0x7766554433221100, 0xffeeddcc19aa9988)
STORE(20, sb, 0xa7b6c5d4e3f20819, 12, 0x7766554433221100, 0xffeedd19bbaa9988)
STORE(21, sb, 0xa7b6c5d4e3f20819, 13, 0x7766554433221100, 0xffee19ccbbaa9988)
STORE(22, sb, 0xa7b6c5d4e3f20819, 14, 0x7766554433221100, 0xff19ddccbbaa9988)
STORE(23, sb, 0xa7b6c5d4e3f20819, 15, 0x7766554433221100, 0x19eeddccbbaa9988)

/* which registers */
STORE_RS2_IS_X0(24, sb, 4, 0x7766550033221100, 0xffeeddccbbaa9988)
STORE_IN(       25, sb, ra, s0, 0xa7b6c5d4e3f20819, 3, 0x7766554419221100, 0xffeeddccbbaa9988)
STORE_IN(       26, sb, s11, sp, 0xa7b6c5d4e3f20819, 3, 0x7766554419221100, 0xffeeddccbbaa9988)
STORE_IN(       27, sb, a6, tp, 0xa7b6c5d4e3f20819, 3, 0x7766554419221100, 0xffeeddccbbaa9988)
STORE_IN(       28, sb, gp, t3, 0xa7b6c5d4e3f20819, 3, 0x7766554419221100, 0xffeeddccbbaa9988)

/* both ends of the offset, negative offsets, and storing the address register itself */
        SET_CELL(0, 0)
        li a2, 0xa7b6c5d4e3f20819
        la a1, cell + 2048
        sb a2, -2048(a1)
        la a1, cell - 2047 + 8
        sb a2, 2047(a1)
        CHECK_CELL(29, 0x19, 0x19)
        SET_CELL(0, 0)
        la a1, cell + 8
        sb a1, -8(a1)
        la t5, cell
        ld a0, 0(t5)
        slli a1, a1, 56
        srli a1, a1, 56
        CHECK_SAME(30, a0, a1)

END

CELL
