/* rvrelay case 1
 * title: LR.D loads both words
 * expect: exit 0
 * expect-register: t1 0x200000001
 */
        .globl _start
_start: lla     t0, cell
        lr.d    t1, (t0)
        li      a0, 0
        li      a7, 93
        ecall

        .data
cell:   .word   1, 2
