/* rvrelay case 1
 * title: a store to the reserved address leaves the reservation alone
 * expect: exit 0
 */
        .globl _start
_start: lla     t0, cell
        lr.d    t1, (t0)
        sd      t1, 0(t0)
        sc.d    a0, t1, (t0)
        li      a7, 93
        ecall

        .data
cell:   .dword  5
