/* rvrelay case 1
 * title: Without W^X atomics change code before it is executed
 * write-xor-execute: no
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        la s0, changed
        li t0, 0x00100000           # 1 more in an immediate of 12 bits at bit 20
        amoadd.w t1, t0, (s0)
        CHECK(1, t1, 0x00400513)
        addi s1, s0, 4
        lr.w t1, (s1)
        li t0, 0x00100000
        add t0, t0, t1
        sc.w t1, t0, (s1)
        CHECK(2, t1, 0)
        fence.i
changed:
        li a0, 4
        li a1, 9
        CHECK(3, a0, 5)
        CHECK(4, a1, 10)
END
