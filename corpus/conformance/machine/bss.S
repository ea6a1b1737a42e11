/* rvrelay case 1
 * title: What a segment has beyond its file, and the rest of its last page, is zero
 * expect: exit 0
 */
#include "../check.h"

BEGIN
LOAD(1, ld, data, 0, 0x0123456789abcdef)
LOAD(2, ld, zeros, 0, 0)
LOAD(3, ld, zeros + 4096, -8, 0)
LOAD(4, ld, zeros + 4096, 0, 0)
LOAD(5, ld, behind, 0, 0)
LOAD(6, ld, behind + 1024, 0, 0)

/* every doubleword of .bss */
        lla a1, zeros
        lla a2, behind
again:  ld a0, 0(a1)
        CHECK(7, a0, 0)
        addi a1, a1, 8
        bne a1, a2, again
END

        .data
        .balign 8
data:   .dword 0x0123456789abcdef
        .bss
        .balign 8
zeros:  .skip 2 * 4096 + 64
behind:
