/* rvrelay case 1
 * title: All flags but dirty can be cleared
 * expect: exit 0
 * expect-flags: 768 D
 * system-calls: 9003 9004
 */
#include "../check.h"

BEGIN
        li a0, 0x300
        li a1, 3
        li a7, 9003
        ecall
        li a0, 0x300
        li a1, 0xff
        li a7, 9004
        ecall
        CHECK(1, a0, 0)
END
