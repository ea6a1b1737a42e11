/* rvrelay case 1
 * title: cycles of the leg before are counted behind a cut though the limit is set after them
 * expect: exit 0
 * cost: constant
 * cuts: 1
 * expect-cycles: 3
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
