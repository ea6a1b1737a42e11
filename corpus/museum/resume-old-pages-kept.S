/* rvrelay case 1
 * title: a page that is written behind a cut is zero when the snapshot is resumed again
 * expect: exit 0
 * cost: constant
 * cuts: 2
 */
        .globl _start
_start: lui     t0, 0x200
        li      t1, 1               # cut behind it
        lb      a0, 0(t0)
        sb      t1, 0(t0)
        li      a7, 93
        ecall
