/* rvrelay case 1
 * title: a program that is started after another one has what that one left of the limit
 * system-calls: 2042 9002
 * budget: 1500
 * expect: budget
 * expect-cycles: 1010
 */
        .globl _start
_start: li      a7, 2042
        ecall
        li      t0, 1000
        bgeu    a0, t0, 1f
        li      a0, 0                   # the program file itself
        li      a1, 0
        li      a7, 9002
        ecall
1:      li      a0, 0
        li      a7, 93
        ecall
