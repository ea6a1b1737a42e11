/* rvrelay case 1
 * title: a page whose first byte is zero is in the snapshot whole
 * expect: exit 42
 * cost: constant
 * leg-targets: 1 0
 * cuts: 3
 */
        .globl _start
_start: lui     t0, 0x200
        li      t1, 42
        sb      t1, 8(t0)
        lb      a0, 8(t0)
        li      a7, 93
        ecall
