/* rvrelay case 1
 * title: A reset to a data piece that does not exist gives 1 and changes nothing
 * expect: exit 0
 * system-calls: 9002
 */
#include "../check.h"

BEGIN
        li s0, 77
        li t1, 0x300000
        sd s0, 0(t1)
        li a0, 8
        li a1, 1
        li a7, 9002
        ecall
        CHECK(1, a0, 1)
        CHECK(2, s0, 77)
        ld t2, 0(t1)
        CHECK(3, t2, 77)
END
