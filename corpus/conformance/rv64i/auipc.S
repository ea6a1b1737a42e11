/* rvrelay case 1
 * title: AUIPC adds a sign-extended 20-bit immediate, shifted left by 12, to its own address
 * expect: exit 0
 */
#include "../check.h"

#define AUIPC(n, rd, imm, want) \
  li rd, -1; 9: auipc rd, imm; lla t5, 9b; sub rd, rd, t5; CHECK(n, rd, want)

BEGIN

/* bits of the immediate */
AUIPC(1, a0, 0x00000, 0)
AUIPC(2, a0, 0x00001, 0x1000)
AUIPC(3, a0, 0x12345, 0x12345000)
AUIPC(4, a0, 0x55555, 0x55555000)
AUIPC(5, a0, 0xaaaaa, 0xffffffffaaaaa000)
AUIPC(6, a0, 0x7ffff, 0x7ffff000)
AUIPC(7, a0, 0x80000, 0xffffffff80000000)
AUIPC(8, a0, 0xfffff, 0xfffffffffffff000)

/* other registers, and x0 */
AUIPC( 9, ra,  0x89abc, 0xffffffff89abc000)
AUIPC(10, sp,  0x89abc, 0xffffffff89abc000)
AUIPC(11, s11, 0x89abc, 0xffffffff89abc000)
        auipc x0, 0x12345
        CHECK(12, x0, 0)

/* the address itself: JAL gives that of the instruction behind it */
        jal a1, 1f
1:      auipc a0, 0
        CHECK_SAME(13, a0, a1)

END
