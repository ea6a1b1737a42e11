/* rvrelay case 1
 * title: Setting no flag makes a page dirty; bits above the low eight are not looked at
 * expect: exit 0
 * expect-flags: 768 D
 * system-calls: 9003
 */
#include "../check.h"

BEGIN
        li a0, 0x300
        li a1, 0x100
        li a7, 9003
        ecall
        CHECK(1, a0, 0)
END
