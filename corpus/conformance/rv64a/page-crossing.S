/* rvrelay case 1
 * title: LR, SC and AMOs may cross from one page into the next
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        lla a1, border - 4
        lr.d a0, (a1)
        CHECK(1, a0, 0xbbaa998877665544)
        li a2, 0x0123456789abcdef
        sc.d a0, a2, (a1)
        CHECK(2, a0, 0)
        lla a1, border - 3
        li a2, 1
        amoadd.w a0, a2, (a1)
        CHECK(3, a0, 0x6789abcd)
        lla a1, border - 7
        li a2, -1
        amoxor.d a0, a2, (a1)
        CHECK(4, a0, 0x6789abceef332211)
        lla a1, border
        ld a0, -8(a1)
        CHECK(5, a0, 0x76543110ccddee00)
        ld a0, 0(a1)
        CHECK(6, a0, 0xffeeddcc01234598)
END

        .data
        .balign 4096
        .skip 4096 - 8
        .dword 0x7766554433221100
border: .dword 0xffeeddccbbaa9988
