/* rvrelay case 1
 * title: LBU loads a byte and zero-extends it
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* aligned */
LOAD( 1, lbu, bytes, 0,  0)
LOAD( 2, lbu, bytes, 1,  0x11)
LOAD( 3, lbu, bytes, 2,  0x22)
LOAD( 4, lbu, bytes, 3,  0x33)
LOAD( 5, lbu, bytes, 4,  0x44)
LOAD( 6, lbu, bytes, 5,  0x55)
LOAD( 7, lbu, bytes, 6,  0x66)
LOAD( 8, lbu, bytes, 7,  0x77)
LOAD( 9, lbu, bytes, 8,  0x88)
LOAD(10, lbu, bytes, 9,  0x99)
LOAD(11, lbu, bytes, 10, 0xaa)
LOAD(12, lbu, bytes, 11, 0xbb)
LOAD(13, lbu, bytes, 12, 0xcc)
LOAD(14, lbu, bytes, 13, 0xdd)
LOAD(15, lbu, bytes, 14, 0xee)
LOAD(16, lbu, bytes, 15, 0xff)
LOAD(17, lbu, bytes, 16, 0x7f)
LOAD(18, lbu, bytes, 17, 0x80)
LOAD(19, lbu, bytes, 18, 0xff)
LOAD(20, lbu, bytes, 19, 0)
LOAD(21, lbu, bytes, 20, 1)
LOAD(22, lbu, bytes, 21, 0x7f)
LOAD(23, lbu, bytes, 22, 0xfe)
LOAD(24, lbu, bytes, 23, 0x81)

/* negative offsets, and both ends of the offset */
LOAD(25, lbu, bytes + 16,        -8,    0x88)
LOAD(26, lbu, bytes + 16,        -2,    0xee)
LOAD(27, lbu, bytes + 2048 + 8,  -2048, 0x88)
LOAD(28, lbu, bytes - 2047 + 16, 2047,  0x7f)

/* which registers */
LOAD_RD_IS_RS1(29, lbu, bytes, 8, 0x88)
LOAD_RD_IS_X0( 30, lbu, bytes, 8)
LOAD_IN(       31, lbu, ra, t5, bytes, 8, 0x88)
LOAD_IN(       32, lbu, a6, s0, bytes, 8, 0x88)
LOAD_IN(       33, lbu, t5, sp, bytes, 8, 0x88)
LOAD_IN(       34, lbu, s11, tp, bytes, 8, 0x88)

END

        .data
bytes:  .dword 0x7766554433221100, 0xffeeddccbbaa9988, 0x81fe7f0100ff807f
