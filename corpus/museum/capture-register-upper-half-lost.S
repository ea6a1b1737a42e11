/* rvrelay case 1
 * title: the upper word of a register is in the snapshot
 * expect: exit 1
 * cost: constant
 * leg-targets: 1 0
 * cuts: 2
 */
        .globl _start
_start: li      t0, 1
        slli    t0, t0, 32          # cut behind it
        srli    a0, t0, 32
        li      a7, 93
        ecall
