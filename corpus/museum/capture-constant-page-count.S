/* rvrelay case 1
 * title: a page above 4 MiB is in the snapshot of a larger machine
 * expect: exit 42
 * memory: 8388608
 * cost: constant
 * leg-targets: 1 0
 * cuts: 3
 */
        .globl _start
_start: lui     t0, 0x600           # 6 MiB
        li      t1, 42
        sb      t1, 0(t0)
        lb      a0, 0(t0)
        li      a7, 93
        ecall
