/* rvrelay case 1
 * title: LW loads a word and sign-extends it
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* aligned */
LOAD(1, lw, bytes, 0,  0x33221100)
LOAD(2, lw, bytes, 4,  0x77665544)
LOAD(3, lw, bytes, 8,  0xffffffffbbaa9988)
LOAD(4, lw, bytes, 12, 0xffffffffffeeddcc)
LOAD(5, lw, bytes, 16, 0xff807f)
LOAD(6, lw, bytes, 20, 0xffffffff81fe7f01)

/* not aligned */
LOAD( 7, lw, bytes, 1,  0x44332211)
LOAD( 8, lw, bytes, 2,  0x55443322)
LOAD( 9, lw, bytes, 3,  0x66554433)
LOAD(10, lw, bytes, 5,  0xffffffff88776655)
LOAD(11, lw, bytes, 6,  0xffffffff99887766)
LOAD(12, lw, bytes, 7,  0xffffffffaa998877)
LOAD(13, lw, bytes, 9,  0xffffffffccbbaa99)
LOAD(14, lw, bytes, 13, 0x7fffeedd)

/* negative offsets, and both ends of the offset */
LOAD(15, lw, bytes + 16,        -8,    0xffffffffbbaa9988)
LOAD(16, lw, bytes + 16,        -5,    0xffffffffeeddccbb)
LOAD(17, lw, bytes + 2048 + 8,  -2048, 0xffffffffbbaa9988)
LOAD(18, lw, bytes - 2047 + 16, 2047,  0xff807f)

/* which registers */
LOAD_RD_IS_RS1(19, lw, bytes, 8, 0xffffffffbbaa9988)
LOAD_RD_IS_X0( 20, lw, bytes, 8)
LOAD_IN(       21, lw, ra, t5, bytes, 8, 0xffffffffbbaa9988)
LOAD_IN(       22, lw, a6, s0, bytes, 8, 0xffffffffbbaa9988)
LOAD_IN(       23, lw, t5, sp, bytes, 8, 0xffffffffbbaa9988)
LOAD_IN(       24, lw, s11, tp, bytes, 8, 0xffffffffbbaa9988)

END

        .data
bytes:  .dword 0x7766554433221100, 0xffeeddccbbaa9988, 0x81fe7f0100ff807f
