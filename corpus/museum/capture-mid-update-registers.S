/* rvrelay case 1
 * title: the cycles of the last instruction before a cut are in the snapshot
 * expect: exit 0
 * cost: constant
 * leg-targets: 1 0
 * cuts: 1
 * expect-cycles: 3
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
