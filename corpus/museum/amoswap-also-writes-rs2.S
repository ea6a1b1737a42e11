/* rvrelay case 1
 * title: AMOSWAP.D leaves rs2 alone
 * expect: exit 3
 */
        .globl _start
_start: lla     t0, cell
        li      a0, 3
        amoswap.d t1, a0, (t0)
        li      a7, 93
        ecall

        .data
cell:   .dword  5
