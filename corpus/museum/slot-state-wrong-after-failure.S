/* rvrelay case 1
 * title: nothing is left of a resume that failed when the next one begins
 * expect: exit 0
 * cost: constant
 * cuts: 1
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
