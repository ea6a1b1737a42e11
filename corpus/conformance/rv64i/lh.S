/* rvrelay case 1
 * title: LH loads a halfword and sign-extends it
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* aligned */
LOAD( 1, lh, bytes, 0,  0x1100)
LOAD( 2, lh, bytes, 2,  0x3322)
LOAD( 3, lh, bytes, 4,  0x5544)
LOAD( 4, lh, bytes, 6,  0x7766)
LOAD( 5, lh, bytes, 8,  0xffffffffffff9988)
LOAD( 6, lh, bytes, 10, 0xffffffffffffbbaa)
LOAD( 7, lh, bytes, 12, 0xffffffffffffddcc)
LOAD( 8, lh, bytes, 14, 0xffffffffffffffee)
LOAD( 9, lh, bytes, 16, 0xffffffffffff807f)
LOAD(10, lh, bytes, 18, 0xff)
LOAD(11, lh, bytes, 20, 0x7f01)
LOAD(12, lh, bytes, 22, 0xffffffffffff81fe)

/* not aligned */
LOAD(13, lh, bytes, 1,  0x2211)
LOAD(14, lh, bytes, 3,  0x4433)
LOAD(15, lh, bytes, 9,  0xffffffffffffaa99)
LOAD(16, lh, bytes, 13, 0xffffffffffffeedd)
LOAD(17, lh, bytes, 15, 0x7fff)
LOAD(18, lh, bytes, 19, 0x100)

/* negative offsets, and both ends of the offset */
LOAD(19, lh, bytes + 16,        -8,    0xffffffffffff9988)
LOAD(20, lh, bytes + 16,        -3,    0xffffffffffffeedd)
LOAD(21, lh, bytes + 2048 + 8,  -2048, 0xffffffffffff9988)
LOAD(22, lh, bytes - 2047 + 16, 2047,  0xffffffffffff807f)

/* which registers */
LOAD_RD_IS_RS1(23, lh, bytes, 8, 0xffffffffffff9988)
LOAD_RD_IS_X0( 24, lh, bytes, 8)
LOAD_IN(       25, lh, ra, t5, bytes, 8, 0xffffffffffff9988)
LOAD_IN(       26, lh, a6, s0, bytes, 8, 0xffffffffffff9988)
LOAD_IN(       27, lh, t5, sp, bytes, 8, 0xffffffffffff9988)
LOAD_IN(       28, lh, s11, tp, bytes, 8, 0xffffffffffff9988)

END

        .data
bytes:  .dword 0x7766554433221100, 0xffeeddccbbaa9988, 0x81fe7f0100ff807f
