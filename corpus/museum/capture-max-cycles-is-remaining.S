/* rvrelay case 1
 * title: the limit in a snapshot is the one that the machine had
 * expect: exit 0
 * cost: constant
 * leg-targets: 1 0
 * cuts: 1
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
