/* rvrelay case 1
 * title: code that is stored by content is executable behind a cut
 * expect: exit 0
 * cost: constant
 * cuts: 1
 * expect-flags: 16 DXF
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
