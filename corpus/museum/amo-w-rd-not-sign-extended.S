/* rvrelay case 1
 * title: AMOADD.W gives rd the old word sign-extended
 * expect: exit 0
 * expect-register: t1 0xffffffff80000000
 */
        .globl _start
_start: lla     t0, cell
        amoadd.w t1, zero, (t0)
        li      a0, 0
        li      a7, 93
        ecall

        .data
cell:   .word   0x80000000
