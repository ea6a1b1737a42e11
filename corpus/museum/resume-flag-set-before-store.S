/* rvrelay case 1
 * title: an executable page can be resumed
 * expect: exit 0
 * cost: constant
 * cuts: 1
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
