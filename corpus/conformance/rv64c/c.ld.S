/* rvrelay case 1
 * title: C.LD loads a doubleword at a multiple of 8 from 0 to 248
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the offset */
C_LOAD(1, c.ld, a0, a1, value - 0,   0,   0x5566778889abcdef)
C_LOAD(2, c.ld, a0, a1, value - 8,   8,   0x5566778889abcdef)
C_LOAD(3, c.ld, a0, a1, value - 16,  16,  0x5566778889abcdef)
C_LOAD(4, c.ld, a0, a1, value - 32,  32,  0x5566778889abcdef)
C_LOAD(5, c.ld, a0, a1, value - 64,  64,  0x5566778889abcdef)
C_LOAD(6, c.ld, a0, a1, value - 128, 128, 0x5566778889abcdef)
C_LOAD(7, c.ld, a0, a1, value - 248, 248, 0x5566778889abcdef)

/* every register */
C_LOAD( 8, c.ld, s0, a1, value - 8, 8, 0x5566778889abcdef)
C_LOAD( 9, c.ld, s1, a2, value - 8, 8, 0x5566778889abcdef)
C_LOAD(10, c.ld, a0, a3, value - 8, 8, 0x5566778889abcdef)
C_LOAD(11, c.ld, a1, a4, value - 8, 8, 0x5566778889abcdef)
C_LOAD(12, c.ld, a2, a5, value - 8, 8, 0x5566778889abcdef)
C_LOAD(13, c.ld, a3, s0, value - 8, 8, 0x5566778889abcdef)
C_LOAD(14, c.ld, a4, s1, value - 8, 8, 0x5566778889abcdef)
C_LOAD(15, c.ld, a5, a0, value - 8, 8, 0x5566778889abcdef)
C_LOAD(16, c.ld, a4, a4, value - 8, 8, 0x5566778889abcdef)

/* both signs, not aligned */
C_LOAD(17, c.ld, a0, a1, value - 8 + 1, 8, 0xff5566778889abcd)
C_LOAD(18, c.ld, a0, a1, value - 8 - 1, 8, 0x66778889abcdefff)

END

        .data
        .balign 8
        .dword -1
value:  .dword 0x5566778889abcdef
        .dword -1
