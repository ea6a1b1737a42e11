/* rvrelay case 1
 * title: the second of two dirty pages has its own bytes in the snapshot
 * expect: exit 2
 * cost: constant
 * leg-targets: 1 0
 * cuts: 5
 */
        .globl _start
_start: lui     t0, 0x200
        lui     t1, 0x201
        li      t2, 2
        sb      zero, 0(t0)
        sb      t2, 0(t1)           # cut behind it
        lb      a0, 0(t1)
        li      a7, 93
        ecall
