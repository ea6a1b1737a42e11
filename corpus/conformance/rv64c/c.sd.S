/* rvrelay case 1
 * title: C.SD stores 64 bits at a multiple of 8 from 0 to 248
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the offset */
C_STORE(1, c.sd, a2, a1, 0xa7b6c5d4e3f20819, 0,   0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(2, c.sd, a2, a1, 0xa7b6c5d4e3f20819, 8,   0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(3, c.sd, a2, a1, 0xa7b6c5d4e3f20819, 16,  0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(4, c.sd, a2, a1, 0xa7b6c5d4e3f20819, 32,  0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(5, c.sd, a2, a1, 0xa7b6c5d4e3f20819, 64,  0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(6, c.sd, a2, a1, 0xa7b6c5d4e3f20819, 128, 0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(7, c.sd, a2, a1, 0xa7b6c5d4e3f20819, 248, 0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)

/* every register */
C_STORE( 8, c.sd, s0, a1, 0xa7b6c5d4e3f20819, 8, 0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE( 9, c.sd, s1, a2, 0xa7b6c5d4e3f2081a, 8, 0xa7b6c5d4e3f2081a, 0xffeeddccbbaa9988)
C_STORE(10, c.sd, a0, a3, 0xa7b6c5d4e3f2081b, 8, 0xa7b6c5d4e3f2081b, 0xffeeddccbbaa9988)
C_STORE(11, c.sd, a1, a4, 0xa7b6c5d4e3f2081c, 8, 0xa7b6c5d4e3f2081c, 0xffeeddccbbaa9988)
C_STORE(12, c.sd, a2, a5, 0xa7b6c5d4e3f2081d, 8, 0xa7b6c5d4e3f2081d, 0xffeeddccbbaa9988)
C_STORE(13, c.sd, a3, s0, 0xa7b6c5d4e3f2081e, 8, 0xa7b6c5d4e3f2081e, 0xffeeddccbbaa9988)
C_STORE(14, c.sd, a4, s1, 0xa7b6c5d4e3f2081f, 8, 0xa7b6c5d4e3f2081f, 0xffeeddccbbaa9988)
C_STORE(15, c.sd, a5, a0, 0xa7b6c5d4e3f20820, 8, 0xa7b6c5d4e3f20820, 0xffeeddccbbaa9988)

END

CELL
