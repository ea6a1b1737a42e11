/* rvrelay case 1
 * title: Stores reach the last bytes of memory in version 0, too; loads of bytes before them do not fail
 * version: 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a1, 0x400000 - 8
        li a2, 0x8123456789abcdef
        sd a2, 0(a1)
        sw a2, 4(a1)
        sh a2, 6(a1)
        sb a2, 7(a1)
        ld a0, -1(a1)                   /* all but the last byte */
        srli a0, a0, 8
        CHECK(1, a0, 0xefcdef89abcdef)
        lbu a0, 6(a1)
        CHECK(2, a0, 0xef)
END
