/* rvrelay case 1
 * title: Loads and stores reach the last bytes of memory
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a1, 0x400000 - 8
        li a2, 0x8123456789abcdef
        sd a2, 0(a1)
        lb a0, 7(a1)
        CHECK(1, a0, -127)
        lbu a0, 7(a1)
        CHECK(2, a0, 0x81)
        lh a0, 6(a1)
        CHECK(3, a0, 0xffffffffffff8123)
        lhu a0, 6(a1)
        CHECK(4, a0, 0x8123)
        lw a0, 4(a1)
        CHECK(5, a0, 0xffffffff81234567)
        lwu a0, 4(a1)
        CHECK(6, a0, 0x81234567)
        ld a0, 0(a1)
        CHECK(7, a0, 0x8123456789abcdef)
        sb x0, 7(a1)
        sh x0, 6(a1)
        sw x0, 4(a1)
        ld a0, 0(a1)
        CHECK(8, a0, 0x89abcdef)
END
