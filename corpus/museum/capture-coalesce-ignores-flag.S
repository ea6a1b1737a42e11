/* rvrelay case 1
 * title: a dirty page behind dirty code is stored to again behind a cut
 * expect: exit 0
 * cost: constant
 * leg-targets: 1 0
 * cuts: 2
 * expect-flags: 16 DXF
 * expect-flags: 17 D
 */
        .globl _start
_start: lui     t0, 0x11            # the page behind this one
        sb      zero, 0(t0)         # cut behind it
        sb      zero, 0(t0)
        li      a0, 0
        li      a7, 93
        ecall
