/* rvrelay case 1
 * title: AMOAND.D stores memory and rs2
 * expect: exit 4
 */
        .globl _start
_start: lla     t0, cell
        li      t1, 12
        amoand.d t2, t1, (t0)
        ld      a0, 0(t0)
        li      a7, 93
        ecall

        .data
        .balign 8
cell:   .dword  7
