/* rvrelay case 1
 * title: a snapshot of a machine of version 1 can be resumed in one
 * expect: exit 0
 * version: 1
 * cost: constant
 * leg-targets: 1 0
 * cuts: 1
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
