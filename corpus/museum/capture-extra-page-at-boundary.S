/* rvrelay case 1
 * title: the page behind a dirty one stays untouched through a snapshot
 * expect: exit 0
 * cost: constant
 * leg-targets: 1 0
 * cuts: 2
 * expect-flags: 512 D
 * expect-flags: 513 -
 */
        .globl _start
_start: lui     t0, 0x200           # page 512
        sb      t0, 0(t0)
        li      a0, 0
        li      a7, 93
        ecall
