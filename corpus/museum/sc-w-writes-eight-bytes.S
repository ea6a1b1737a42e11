/* rvrelay case 1
 * title: SC.W leaves the next word alone
 * expect: exit 2
 */
        .globl _start
_start: lla     t0, cell
        li      t1, 7
        lr.w    t2, (t0)
        sc.w    t2, t1, (t0)
        lw      a0, 4(t0)
        li      a7, 93
        ecall

        .data
cell:   .word   1, 2
