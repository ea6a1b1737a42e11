/* rvrelay case 1
 * title: a run that is suspended twice ends where one that is suspended once does
 * expect: exit 42
 * cost: constant
 * cuts: 3 4
 */
        .globl _start
_start: lui     t0, 0x200
        li      t1, 42
        sb      t1, 0(t0)           # suspended behind it
        nop                         # and again
        lb      a0, 0(t0)
        li      a7, 93
        ecall
