/* rvrelay case 1
 * title: SH stores the low halfword
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* only the bytes of the width change */
STORE(1, sh, 0,                  0, 0x7766554433220000, 0xffeeddccbbaa9988)
STORE(2, sh, 0xffffffffffffffff, 0, 0x776655443322ffff, 0xffeeddccbbaa9988)
STORE(3, sh, 0x0123456789abcdef, 0, 0x776655443322cdef, 0xffeeddccbbaa9988)
STORE(4, sh, 0x8000000000000000, 0, 0x7766554433220000, 0xffeeddccbbaa9988)
STORE(5, sh, 0x80,               0, 0x7766554433220080, 0xffeeddccbbaa9988)
STORE(6, sh, 0x7fff,             0, 0x7766554433227fff, 0xffeeddccbbaa9988)
STORE(7, sh, 0x80000000,         0, 0x7766554433220000, 0xffeeddccbbaa9988)

/* every position */
STORE( 8, sh, 0xa7b6c5d4e3f20819, 0,  0x7766554433220819, 0xffeeddccbbaa9988)
STORE( 9, sh, 0xa7b6c5d4e3f20819, 1,  0x7766554433081900, 0xffeeddccbbaa9988)
STORE(10, sh, 0xa7b6c5d4e3f20819, 2,  0x7766554408191100, 0xffeeddccbbaa9988)
STORE(11, sh, 0xa7b6c5d4e3f20819, 3,  0x7766550819221100, 0xffeeddccbbaa9988)
STORE(12, sh, 0xa7b6c5d4e3f20819, 4,  0x7766081933221100, 0xffeeddccbbaa9988)
STORE(13, sh, 0xa7b6c5d4e3f20819, 5,  0x7708194433221100, 0xffeeddccbbaa9988)
STORE(14, sh, 0xa7b6c5d4e3f20819, 6,  0x0819554433221100, 0xffeeddccbbaa9988)
STORE(15, sh, 0xa7b6c5d4e3f20819, 7,  0x1966554433221100, 0xffeeddccbbaa9908)
STORE(16, sh, 0xa7b6c5d4e3f20819, 8,  0x7766554433221100, 0xffeeddccbbaa0819)
STORE(17, sh, 0xa7b6c5d4e3f20819, 9,  0x7766554433221100, 0xffeeddccbb081988)
STORE(18, sh, 0xa7b6c5d4e3f20819, 10, 0x7766554433221100, 0xffeeddcc08199988)
STORE(19, sh, 0xa7b6c5d4e3f20819, 11, 0x7766554433221100, 0xffeedd0819aa9988)
STORE(20, sh, 0xa7b6c5d4e3f20819, 12, 0x7766554433221100, 0xffee0819bbaa9988)
STORE(21, sh, 0xa7b6c5d4e3f20819, 13, 0x7766554433221100, 0xff0819ccbbaa9988)
STORE(22, sh, 0xa7b6c5d4e3f20819, 14, 0x7766554433221100, 0x0819ddccbbaa9988)

/* which registers */
STORE_RS2_IS_X0(23, sh, 4, 0x7766000033221100, 0xffeeddccbbaa9988)
STORE_IN(       24, sh, ra, s0, 0xa7b6c5d4e3f20819, 3, 0x7766550819221100, 0xffeeddccbbaa9988)
STORE_IN(       25, sh, s11, sp, 0xa7b6c5d4e3f20819, 3, 0x7766550819221100, 0xffeeddccbbaa9988)
STORE_IN(       26, sh, a6, tp, 0xa7b6c5d4e3f20819, 3, 0x7766550819221100, 0xffeeddccbbaa9988)
STORE_IN(       27, sh, gp, t3, 0xa7b6c5d4e3f20819, 3, 0x7766550819221100, 0xffeeddccbbaa9988)

/* both ends of the offset, negative offsets, and storing the address register itself */
        SET_CELL(0, 0)
        li a2, 0xa7b6c5d4e3f20819
        la a1, cell + 2048
        sh a2, -2048(a1)
        la a1, cell - 2047 + 8
        sh a2, 2047(a1)
        CHECK_CELL(28, 0x819, 0x819)
        SET_CELL(0, 0)
        la a1, cell + 8
        sh a1, -8(a1)
        la t5, cell
        ld a0, 0(t5)
        slli a1, a1, 48
        srli a1, a1, 48
        CHECK_SAME(29, a0, a1)

END

CELL
