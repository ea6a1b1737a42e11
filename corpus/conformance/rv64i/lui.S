/* rvrelay case 1
 * title: LUI loads a sign-extended 20-bit immediate into the bits from 12 up
 * expect: exit 0
 */
#include "../check.h"

#define LUI(n, rd, imm, want) li rd, -1; lui rd, imm; CHECK(n, rd, want)

BEGIN

/* bits of the immediate */
LUI( 1, a0, 0x00000, 0)
LUI( 2, a0, 0x00001, 0x1000)
LUI( 3, a0, 0x12345, 0x12345000)
LUI( 4, a0, 0x55555, 0x55555000)
LUI( 5, a0, 0xaaaaa, 0xffffffffaaaaa000)
LUI( 6, a0, 0x7ffff, 0x7ffff000)
LUI( 7, a0, 0x80000, 0xffffffff80000000)
LUI( 8, a0, 0xfffff, 0xfffffffffffff000)

/* other registers, and x0 */
LUI( 9, ra,  0x89abc, 0xffffffff89abc000)
LUI(10, sp,  0x89abc, 0xffffffff89abc000)
LUI(11, s0,  0x89abc, 0xffffffff89abc000)
LUI(12, a6,  0x89abc, 0xffffffff89abc000)
LUI(13, t5,  0x89abc, 0xffffffff89abc000)
        lui x0, 0x12345
        CHECK(14, x0, 0)

END
