/* rvrelay case 1
 * title: LB loads a byte and sign-extends it
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* aligned */
LOAD( 1, lb, bytes, 0,  0)
LOAD( 2, lb, bytes, 1,  0x11)
LOAD( 3, lb, bytes, 2,  0x22)
LOAD( 4, lb, bytes, 3,  0x33)
LOAD( 5, lb, bytes, 4,  0x44)
LOAD( 6, lb, bytes, 5,  0x55)
LOAD( 7, lb, bytes, 6,  0x66)
LOAD( 8, lb, bytes, 7,  0x77)
LOAD( 9, lb, bytes, 8,  0xffffffffffffff88)
LOAD(10, lb, bytes, 9,  0xffffffffffffff99)
LOAD(11, lb, bytes, 10, 0xffffffffffffffaa)
LOAD(12, lb, bytes, 11, 0xffffffffffffffbb)
LOAD(13, lb, bytes, 12, 0xffffffffffffffcc)
LOAD(14, lb, bytes, 13, 0xffffffffffffffdd)
LOAD(15, lb, bytes, 14, 0xffffffffffffffee)
LOAD(16, lb, bytes, 15, 0xffffffffffffffff)
LOAD(17, lb, bytes, 16, 0x7f)
LOAD(18, lb, bytes, 17, 0xffffffffffffff80)
LOAD(19, lb, bytes, 18, 0xffffffffffffffff)
LOAD(20, lb, bytes, 19, 0)
LOAD(21, lb, bytes, 20, 1)
LOAD(22, lb, bytes, 21, 0x7f)
LOAD(23, lb, bytes, 22, 0xfffffffffffffffe)
LOAD(24, lb, bytes, 23, 0xffffffffffffff81)

/* negative offsets, and both ends of the offset */
LOAD(25, lb, bytes + 16,        -8,    0xffffffffffffff88)
LOAD(26, lb, bytes + 16,        -2,    0xffffffffffffffee)
LOAD(27, lb, bytes + 2048 + 8,  -2048, 0xffffffffffffff88)
LOAD(28, lb, bytes - 2047 + 16, 2047,  0x7f)

/* which registers */
LOAD_RD_IS_RS1(29, lb, bytes, 8, 0xffffffffffffff88)
LOAD_RD_IS_X0( 30, lb, bytes, 8)
LOAD_IN(       31, lb, ra, t5, bytes, 8, 0xffffffffffffff88)
LOAD_IN(       32, lb, a6, s0, bytes, 8, 0xffffffffffffff88)
LOAD_IN(       33, lb, t5, sp, bytes, 8, 0xffffffffffffff88)
LOAD_IN(       34, lb, s11, tp, bytes, 8, 0xffffffffffffff88)

END

        .data
bytes:  .dword 0x7766554433221100, 0xffeeddccbbaa9988, 0x81fe7f0100ff807f
