/* rvrelay case 1
 * title: The host may change a register; its number is the low five bits of a0
 * expect: exit 0
 * system-calls: 9009
 */
#include "../check.h"

BEGIN
        li s0, 1
        li a0, 40
        li a1, 123
        li a7, 9009
        ecall
        CHECK(1, a0, 0)
        CHECK(2, s0, 123)
        li a0, 10
        li a1, 456
        li a7, 9009
        ecall
        CHECK(3, a0, 456)
END
