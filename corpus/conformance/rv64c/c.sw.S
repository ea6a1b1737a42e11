/* rvrelay case 1
 * title: C.SW stores the low word at a multiple of 4 from 0 to 124
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the offset */
C_STORE(1, c.sw, a2, a1, 0xa7b6c5d4e3f20819, 0,   0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(2, c.sw, a2, a1, 0xa7b6c5d4e3f20819, 4,   0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(3, c.sw, a2, a1, 0xa7b6c5d4e3f20819, 8,   0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(4, c.sw, a2, a1, 0xa7b6c5d4e3f20819, 16,  0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(5, c.sw, a2, a1, 0xa7b6c5d4e3f20819, 32,  0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(6, c.sw, a2, a1, 0xa7b6c5d4e3f20819, 64,  0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(7, c.sw, a2, a1, 0xa7b6c5d4e3f20819, 124, 0x77665544e3f20819, 0xffeeddccbbaa9988)

/* every register */
C_STORE( 8, c.sw, s0, a1, 0xa7b6c5d4e3f20819, 4, 0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE( 9, c.sw, s1, a2, 0xa7b6c5d4e3f2081a, 4, 0x77665544e3f2081a, 0xffeeddccbbaa9988)
C_STORE(10, c.sw, a0, a3, 0xa7b6c5d4e3f2081b, 4, 0x77665544e3f2081b, 0xffeeddccbbaa9988)
C_STORE(11, c.sw, a1, a4, 0xa7b6c5d4e3f2081c, 4, 0x77665544e3f2081c, 0xffeeddccbbaa9988)
C_STORE(12, c.sw, a2, a5, 0xa7b6c5d4e3f2081d, 4, 0x77665544e3f2081d, 0xffeeddccbbaa9988)
C_STORE(13, c.sw, a3, s0, 0xa7b6c5d4e3f2081e, 4, 0x77665544e3f2081e, 0xffeeddccbbaa9988)
C_STORE(14, c.sw, a4, s1, 0xa7b6c5d4e3f2081f, 4, 0x77665544e3f2081f, 0xffeeddccbbaa9988)
C_STORE(15, c.sw, a5, a0, 0xa7b6c5d4e3f20820, 4, 0x77665544e3f20820, 0xffeeddccbbaa9988)

END

CELL
