/* rvrelay case 1
 * title: LHU loads a halfword and zero-extends it
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* aligned */
LOAD( 1, lhu, bytes, 0,  0x1100)
LOAD( 2, lhu, bytes, 2,  0x3322)
LOAD( 3, lhu, bytes, 4,  0x5544)
LOAD( 4, lhu, bytes, 6,  0x7766)
LOAD( 5, lhu, bytes, 8,  0x9988)
LOAD( 6, lhu, bytes, 10, 0xbbaa)
LOAD( 7, lhu, bytes, 12, 0xddcc)
LOAD( 8, lhu, bytes, 14, 0xffee)
LOAD( 9, lhu, bytes, 16, 0x807f)
LOAD(10, lhu, bytes, 18, 0xff)
LOAD(11, lhu, bytes, 20, 0x7f01)
LOAD(12, lhu, bytes, 22, 0x81fe)

/* not aligned */
LOAD(13, lhu, bytes, 1,  0x2211)
LOAD(14, lhu, bytes, 3,  0x4433)
LOAD(15, lhu, bytes, 9,  0xaa99)
LOAD(16, lhu, bytes, 13, 0xeedd)
LOAD(17, lhu, bytes, 15, 0x7fff)
LOAD(18, lhu, bytes, 19, 0x100)

/* negative offsets, and both ends of the offset */
LOAD(19, lhu, bytes + 16,        -8,    0x9988)
LOAD(20, lhu, bytes + 16,        -3,    0xeedd)
LOAD(21, lhu, bytes + 2048 + 8,  -2048, 0x9988)
LOAD(22, lhu, bytes - 2047 + 16, 2047,  0x807f)

/* which registers */
LOAD_RD_IS_RS1(23, lhu, bytes, 8, 0x9988)
LOAD_RD_IS_X0( 24, lhu, bytes, 8)
LOAD_IN(       25, lhu, ra, t5, bytes, 8, 0x9988)
LOAD_IN(       26, lhu, a6, s0, bytes, 8, 0x9988)
LOAD_IN(       27, lhu, t5, sp, bytes, 8, 0x9988)
LOAD_IN(       28, lhu, s11, tp, bytes, 8, 0x9988)

END

        .data
bytes:  .dword 0x7766554433221100, 0xffeeddccbbaa9988, 0x81fe7f0100ff807f
