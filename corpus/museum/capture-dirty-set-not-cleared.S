/* rvrelay case 1
 * title: a page that changes between two snapshots is in the second as it is then
 * expect: exit 2
 * cost: constant
 * leg-targets: 1
 * cuts: 3 5
 */
        .globl _start
_start: lui     t0, 0x200
        li      t1, 1
        sb      t1, 0(t0)           # first snapshot behind it
        li      t1, 2
        sb      t1, 0(t0)           # second one
        lb      a0, 0(t0)
        li      a7, 93
        ecall
