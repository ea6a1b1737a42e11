/* rvrelay case 1
 * title: runs stand in the order of their addresses whatever their flags
 * expect: exit 0
 * cost: constant
 * leg-targets: 1 0
 * cuts: 2
 * expect-flags: 16 DXF
 * expect-flags: 512 D
 */
        .globl _start
_start: lui     t0, 0x200
        sb      zero, 0(t0)
        li      a0, 0
        li      a7, 93
        ecall
