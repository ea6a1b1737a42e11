/* rvrelay case 1
 * title: content that is no whole number of pages is refused
 * expect: exit 0
 * cost: constant
 * budget: 100
 * cuts: 1
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
