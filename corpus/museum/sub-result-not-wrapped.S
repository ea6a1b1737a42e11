/* rvrelay case 1
 * title: a difference below zero is a large unsigned number
 * expect: exit 0
 * expect-register: s0 0xffffffffffffffff
 * expect-register: s1 0x1
 */
        .globl _start
_start: li      a1, 1
        li      a2, 2
        sub     s0, a1, a2
        sltu    s1, a1, s0
        li      a0, 0
        li      a7, 93
        ecall
