/* rvrelay case 1
 * title: the first load of a resumed machine gives what the snapshot has, whatever it loaded before
 * expect: exit 1
 * cost: constant
 * cuts: 3
 */
        .globl _start
_start: lui     t0, 0x200
        li      t1, 1
        sb      t1, 0(t0)           # cut behind it
        lb      a0, 0(t0)
        li      t1, 2
        sb      t1, 0(t0)
        lb      t2, 0(t0)
        li      a7, 93
        ecall
