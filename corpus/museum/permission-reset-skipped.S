/* rvrelay case 1
 * title: after a reset nothing is left of permissions
 * system-calls: 2042 9002 9003
 * expect: exit 0
 * expect-flags: 768 -
 */
        .globl _start
_start: li      a7, 2042
        ecall
        li      t0, 1000
        bgeu    a0, t0, 1f
        li      a0, 768
        li      a1, 2
        li      a7, 9003
        ecall
        li      a0, 0                   # the program file itself
        li      a1, 0
        li      a7, 9002
        ecall
1:      li      a0, 0
        li      a7, 93
        ecall
