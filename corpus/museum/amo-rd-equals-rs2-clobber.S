/* rvrelay case 1
 * title: AMOADD.D with one register for rd and rs2 adds what it held before
 * expect: exit 12
 * expect-register: t1 0x5
 */
        .globl _start
_start: lla     t0, cell
        li      t1, 7
        amoadd.d t1, t1, (t0)
        ld      a0, 0(t0)
        li      a7, 93
        ecall

        .data
cell:   .dword  5
