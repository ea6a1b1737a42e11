/* rvrelay case 1
 * title: Code, constants and data lie on pages of their own, with the bytes of the file
 * expect: exit 0
 */
#include "../check.h"

BEGIN
LOAD(1, ld, constant, 0, 0x1111111111111111)
LOAD(2, ld, datum, 0, 0x2222222222222222)
        srli a3, a1, 12
        lla a1, constant
        srli a1, a1, 12
        lla a2, _start
        srli a2, a2, 12
        bne a1, a2, 1f
        NEVER(3)
1:      bne a1, a3, 2f
        NEVER(4)
2:
END

        .section .rodata
        .balign 8
constant:
        .dword 0x1111111111111111
        .data
        .balign 8
datum:  .dword 0x2222222222222222
