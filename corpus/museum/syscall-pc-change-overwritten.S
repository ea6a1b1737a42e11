/* rvrelay case 1
 * title: a reset starts the program at its entry
 * expect: exit 0
 * system-calls: 2042 9002
 */
        .globl _start
_start: li      a7, 2042
        ecall
        li      t0, 1000
        bgeu    a0, t0, second
        li      a0, 0
        li      a1, 0
        li      a7, 9002
        ecall
        li      a0, 1
        li      a7, 93
        ecall
second: li      a0, 0
        li      a7, 93
        ecall
