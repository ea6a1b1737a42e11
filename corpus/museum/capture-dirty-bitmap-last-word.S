/* rvrelay case 1
 * title: the last page of 65 is in the snapshot
 * expect: exit 42
 * memory: 266240
 * cost: constant
 * leg-targets: 1 0
 * cuts: 3
 */
        .globl _start
_start: lui     t0, 0x40            # page 64
        li      t1, 42
        sb      t1, 0(t0)
        lb      a0, 0(t0)
        li      a7, 93
        ecall
