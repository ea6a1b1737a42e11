/* rvrelay case 1
 * title: LWU loads a word and zero-extends it
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* aligned */
LOAD(1, lwu, bytes, 0,  0x33221100)
LOAD(2, lwu, bytes, 4,  0x77665544)
LOAD(3, lwu, bytes, 8,  0xbbaa9988)
LOAD(4, lwu, bytes, 12, 0xffeeddcc)
LOAD(5, lwu, bytes, 16, 0xff807f)
LOAD(6, lwu, bytes, 20, 0x81fe7f01)

/* not aligned */
LOAD( 7, lwu, bytes, 1,  0x44332211)
LOAD( 8, lwu, bytes, 2,  0x55443322)
LOAD( 9, lwu, bytes, 3,  0x66554433)
LOAD(10, lwu, bytes, 5,  0x88776655)
LOAD(11, lwu, bytes, 6,  0x99887766)
LOAD(12, lwu, bytes, 7,  0xaa998877)
LOAD(13, lwu, bytes, 9,  0xccbbaa99)
LOAD(14, lwu, bytes, 13, 0x7fffeedd)

/* negative offsets, and both ends of the offset */
LOAD(15, lwu, bytes + 16,        -8,    0xbbaa9988)
LOAD(16, lwu, bytes + 16,        -5,    0xeeddccbb)
LOAD(17, lwu, bytes + 2048 + 8,  -2048, 0xbbaa9988)
LOAD(18, lwu, bytes - 2047 + 16, 2047,  0xff807f)

/* which registers */
LOAD_RD_IS_RS1(19, lwu, bytes, 8, 0xbbaa9988)
LOAD_RD_IS_X0( 20, lwu, bytes, 8)
LOAD_IN(       21, lwu, ra, t5, bytes, 8, 0xbbaa9988)
LOAD_IN(       22, lwu, a6, s0, bytes, 8, 0xbbaa9988)
LOAD_IN(       23, lwu, t5, sp, bytes, 8, 0xbbaa9988)
LOAD_IN(       24, lwu, s11, tp, bytes, 8, 0xbbaa9988)

END

        .data
bytes:  .dword 0x7766554433221100, 0xffeeddccbbaa9988, 0x81fe7f0100ff807f
