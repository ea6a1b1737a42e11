/* rvrelay case 1
 * title: Version 0: a reset stores argc on the stack
 * version: 0
 * isa: imc,a
 * expect: exit 0
 * expect-reservation: none
 * expect-flags: 768 -
 * expect-flags: 1023 D
 * system-calls: 2042 9002
 */
#include "../check.h"

BEGIN
/* The cycles tell the two lives apart: each call costs 500, and a reset leaves them spent. */
        li a7, 2042
        ecall
        li t0, 1000
        bgeu a0, t0, second
        li s0, 77
        li t1, 0x300000
        sd s0, 0(t1)
        lr.d t2, (t1)
        li a0, 0
        li a1, 0
        li a7, 9002
        ecall
        NEVER(1)
second:
        CHECK(2, s0, 0)
        CHECK(3, t1, 0)
        CHECK(4, a1, 0)
        CHECK(5, sp, 0x3ffff8)
        li t1, 0x300000
        ld t2, 0(t1)
        CHECK(6, t2, 0)
        la t1, word
        ld t2, 0(t1)
        CHECK(7, t2, 0x123456789abcdef)
END

        .data
word:   .quad 0x123456789abcdef
