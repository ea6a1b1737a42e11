/* rvrelay case 1
 * title: a snapshot stays what it was when the machine that resumed it stores
 * expect: exit 0
 * cost: constant
 * cuts: 2
 */
        .globl _start
_start: lui     t0, 0x200
        sb      t0, 0(t0)           # cut behind it
        li      t1, 5
        sb      t1, 0(t0)
        li      a0, 0
        li      a7, 93
        ecall
