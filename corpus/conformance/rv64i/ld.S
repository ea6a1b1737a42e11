/* rvrelay case 1
 * title: LD loads a doubleword
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* aligned */
LOAD(1, ld, bytes, 0,  0x7766554433221100)
LOAD(2, ld, bytes, 8,  0xffeeddccbbaa9988)
LOAD(3, ld, bytes, 16, 0x81fe7f0100ff807f)

/* not aligned */
LOAD( 4, ld, bytes, 1,  0x8877665544332211)
LOAD( 5, ld, bytes, 2,  0x9988776655443322)
LOAD( 6, ld, bytes, 3,  0xaa99887766554433)
LOAD( 7, ld, bytes, 5,  0xccbbaa9988776655)
LOAD( 8, ld, bytes, 6,  0xddccbbaa99887766)
LOAD( 9, ld, bytes, 7,  0xeeddccbbaa998877)
LOAD(10, ld, bytes, 9,  0x7fffeeddccbbaa99)
LOAD(11, ld, bytes, 13, 0x0100ff807fffeedd)

/* negative offsets, and both ends of the offset */
LOAD(12, ld, bytes + 16,        -8,    0xffeeddccbbaa9988)
LOAD(13, ld, bytes + 16,        -9,    0xeeddccbbaa998877)
LOAD(14, ld, bytes + 2048 + 8,  -2048, 0xffeeddccbbaa9988)
LOAD(15, ld, bytes - 2047 + 16, 2047,  0x81fe7f0100ff807f)

/* which registers */
LOAD_RD_IS_RS1(16, ld, bytes, 8, 0xffeeddccbbaa9988)
LOAD_RD_IS_X0( 17, ld, bytes, 8)
LOAD_IN(       18, ld, ra, t5, bytes, 8, 0xffeeddccbbaa9988)
LOAD_IN(       19, ld, a6, s0, bytes, 8, 0xffeeddccbbaa9988)
LOAD_IN(       20, ld, t5, sp, bytes, 8, 0xffeeddccbbaa9988)
LOAD_IN(       21, ld, s11, tp, bytes, 8, 0xffeeddccbbaa9988)

END

        .data
bytes:  .dword 0x7766554433221100, 0xffeeddccbbaa9988, 0x81fe7f0100ff807f
