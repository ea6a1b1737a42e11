/* rvrelay case 1
 * title: x0 stays 0 whatever writes to it
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a1, 0x0123456789abcdef
        lla a2, value
        addi x0, a1, 1
        CHECK(1, x0, 0)
        add x0, a1, a1
        CHECK(2, x0, 0)
        lui x0, 0x12345
        CHECK(3, x0, 0)
        auipc x0, 0x12345
        CHECK(4, x0, 0)
        ld x0, 0(a2)
        CHECK(5, x0, 0)
        jal x0, 1f
1:      CHECK(6, x0, 0)
        mul x0, a1, a1
        CHECK(7, x0, 0)
        addi x0, x0, 1                  /* and it is read as 0 */
        add a0, x0, x0
        CHECK(8, a0, 0)
        sub a0, x0, a1
        CHECK(9, a0, 0xfedcba9876543211)
END

        .section .rodata
        .balign 8
value:  .dword -1
