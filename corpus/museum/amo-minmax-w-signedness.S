/* rvrelay case 1
 * title: AMOMAX.W takes 1 for more than -1
 * expect: exit 1
 */
        .globl _start
_start: lla     t0, cell
        li      t1, 1
        amomax.w t2, t1, (t0)
        lw      a0, 0(t0)
        li      a7, 93
        ecall

        .data
cell:   .word   -1
