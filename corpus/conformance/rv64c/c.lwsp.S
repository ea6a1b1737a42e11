/* rvrelay case 1
 * title: C.LWSP loads a word at a multiple of 4 from 0 to 252 above sp and sign-extends it
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the offset */
C_LOAD(1, c.lwsp, a0, sp, value - 0,   0,   0xffffffff89abcdef)
C_LOAD(2, c.lwsp, a0, sp, value - 4,   4,   0xffffffff89abcdef)
C_LOAD(3, c.lwsp, a0, sp, value - 8,   8,   0xffffffff89abcdef)
C_LOAD(4, c.lwsp, a0, sp, value - 16,  16,  0xffffffff89abcdef)
C_LOAD(5, c.lwsp, a0, sp, value - 32,  32,  0xffffffff89abcdef)
C_LOAD(6, c.lwsp, a0, sp, value - 64,  64,  0xffffffff89abcdef)
C_LOAD(7, c.lwsp, a0, sp, value - 128, 128, 0xffffffff89abcdef)
C_LOAD(8, c.lwsp, a0, sp, value - 252, 252, 0xffffffff89abcdef)

/* every register */
C_LOAD( 9, c.lwsp, ra,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(10, c.lwsp, sp,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(11, c.lwsp, gp,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(12, c.lwsp, tp,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(13, c.lwsp, t0,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(14, c.lwsp, t1,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(15, c.lwsp, t2,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(16, c.lwsp, s0,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(17, c.lwsp, s1,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(18, c.lwsp, a0,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(19, c.lwsp, a1,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(20, c.lwsp, a2,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(21, c.lwsp, a3,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(22, c.lwsp, a4,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(23, c.lwsp, a5,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(24, c.lwsp, a6,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(25, c.lwsp, a7,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(26, c.lwsp, s2,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(27, c.lwsp, s3,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(28, c.lwsp, s4,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(29, c.lwsp, s5,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(30, c.lwsp, s6,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(31, c.lwsp, s7,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(32, c.lwsp, s8,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(33, c.lwsp, s9,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(34, c.lwsp, s10, sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(35, c.lwsp, s11, sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(36, c.lwsp, t3,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(37, c.lwsp, t4,  sp, value - 4, 4, 0xffffffff89abcdef)
C_LOAD(38, c.lwsp, t5,  sp, value - 4, 4, 0xffffffff89abcdef)

/* both signs, not aligned */
C_LOAD(39, c.lwsp, a0, sp, value - 4 + 1, 4, 0xffffffff8889abcd)
C_LOAD(40, c.lwsp, a0, sp, value - 4 - 1, 4, 0xffffffffabcdefff)

END

        .data
        .balign 8
        .dword -1
value:  .dword 0x5566778889abcdef
        .dword -1
