/* rvrelay case 1
 * title: a reservation of all ones is none, and not -1, behind a cut
 * expect: exit 0
 * cost: constant
 * cuts: 1
 * expect-reservation: none
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
