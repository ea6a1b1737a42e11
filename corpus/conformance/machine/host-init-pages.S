/* rvrelay case 1
 * title: Pages filled from a data piece can be called; what was there is gone
 * source: 0x300000007 EwVQAGeAAAA=
 * expect: exit 0
 * expect-flags: 768 DX
 * expect-flags: 769 DX
 * system-calls: 9005
 */
#include "../check.h"

BEGIN
        li s0, 0x300000
        li s1, -1
        sd s1, 0(s0)
        sd s1, 16(s0)
        li a0, 0x300000
        li a1, 0x2000
        li a2, 2
        li a3, 7
        li a4, 3
        li a5, 8
        li a7, 9005
        ecall
        CHECK(1, a0, 0)
        ld t1, 0(s0)
        CHECK(2, t1, 0)
        ld t1, 16(s0)
        CHECK(3, t1, 0)
        addi s0, s0, 8
        jalr s0
        CHECK(4, a0, 5)
END
