/* rvrelay case 1
 * title: C.LW loads a word at a multiple of 4 from 0 to 124 and sign-extends it
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the offset */
C_LOAD(1, c.lw, a0, a1, value - 0,   0,   0xffffffff89abcdef)
C_LOAD(2, c.lw, a0, a1, value - 4,   4,   0xffffffff89abcdef)
C_LOAD(3, c.lw, a0, a1, value - 8,   8,   0xffffffff89abcdef)
C_LOAD(4, c.lw, a0, a1, value - 16,  16,  0xffffffff89abcdef)
C_LOAD(5, c.lw, a0, a1, value - 32,  32,  0xffffffff89abcdef)
C_LOAD(6, c.lw, a0, a1, value - 64,  64,  0xffffffff89abcdef)
C_LOAD(7, c.lw, a0, a1, value - 124, 124, 0xffffffff89abcdef)

/* every register */
C_LOAD( 8, c.lw, s0, a1, value - 4, 4, 0xffffffff89abcdef)
C_LOAD( 9, c.lw, s1, a2, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(10, c.lw, a0, a3, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(11, c.lw, a1, a4, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(12, c.lw, a2, a5, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(13, c.lw, a3, s0, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(14, c.lw, a4, s1, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(15, c.lw, a5, a0, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(16, c.lw, a4, a4, value - 4, 4, 0xffffffff89abcdef)

/* both signs, not aligned */
C_LOAD(17, c.lw, a0, a1, value - 4 + 1, 4, 0xffffffff8889abcd)
C_LOAD(18, c.lw, a0, a1, value - 4 - 1, 4, 0xffffffffabcdefff)

END

        .data
        .balign 8
        .dword -1
value:  .dword 0x5566778889abcdef
        .dword -1
