/* rvrelay case 1
 * title: code that is not tracked goes on behind a cut
 * expect: exit 0
 * mark-program: no
 * leg-targets: 1 0
 * cuts: 1
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
