/* rvrelay case 1
 * title: a load behind the first store to a resumed page gives what was stored
 * expect: exit 5
 * cost: constant
 * cuts: 2
 */
        .globl _start
_start: lui     t0, 0x200
        li      t1, 5               # cut behind it
        lb      t2, 0(t0)
        sb      t1, 0(t0)
        lb      a0, 0(t0)
        li      a7, 93
        ecall
