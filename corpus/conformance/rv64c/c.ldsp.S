/* rvrelay case 1
 * title: C.LDSP loads a doubleword at a multiple of 8 from 0 to 504 above sp
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the offset */
C_LOAD(1, c.ldsp, a0, sp, value - 0,   0,   0x5566778889abcdef)
C_LOAD(2, c.ldsp, a0, sp, value - 8,   8,   0x5566778889abcdef)
C_LOAD(3, c.ldsp, a0, sp, value - 16,  16,  0x5566778889abcdef)
C_LOAD(4, c.ldsp, a0, sp, value - 32,  32,  0x5566778889abcdef)
C_LOAD(5, c.ldsp, a0, sp, value - 64,  64,  0x5566778889abcdef)
C_LOAD(6, c.ldsp, a0, sp, value - 128, 128, 0x5566778889abcdef)
C_LOAD(7, c.ldsp, a0, sp, value - 256, 256, 0x5566778889abcdef)
C_LOAD(8, c.ldsp, a0, sp, value - 504, 504, 0x5566778889abcdef)

/* every register */
C_LOAD( 9, c.ldsp, ra,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(10, c.ldsp, sp,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(11, c.ldsp, gp,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(12, c.ldsp, tp,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(13, c.ldsp, t0,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(14, c.ldsp, t1,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(15, c.ldsp, t2,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(16, c.ldsp, s0,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(17, c.ldsp, s1,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(18, c.ldsp, a0,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(19, c.ldsp, a1,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(20, c.ldsp, a2,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(21, c.ldsp, a3,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(22, c.ldsp, a4,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(23, c.ldsp, a5,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(24, c.ldsp, a6,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(25, c.ldsp, a7,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(26, c.ldsp, s2,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(27, c.ldsp, s3,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(28, c.ldsp, s4,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(29, c.ldsp, s5,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(30, c.ldsp, s6,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(31, c.ldsp, s7,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(32, c.ldsp, s8,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(33, c.ldsp, s9,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(34, c.ldsp, s10, sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(35, c.ldsp, s11, sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(36, c.ldsp, t3,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(37, c.ldsp, t4,  sp, value - 8, 8, 0x5566778889abcdef)
C_LOAD(38, c.ldsp, t5,  sp, value - 8, 8, 0x5566778889abcdef)

/* both signs, not aligned */
C_LOAD(39, c.ldsp, a0, sp, value - 8 + 1, 8, 0xff5566778889abcd)
C_LOAD(40, c.ldsp, a0, sp, value - 8 - 1, 8, 0x66778889abcdefff)

END

        .data
        .balign 8
        .dword -1
value:  .dword 0x5566778889abcdef
        .dword -1
