/* rvrelay case 1
 * title: AMOMINU.W compares the low word of rs2
 * expect: exit 5
 */
        .globl _start
_start: lla     t0, cell
        li      t1, 0x100000005
        amominu.w t2, t1, (t0)
        lw      a0, 0(t0)
        li      a7, 93
        ecall

        .data
cell:   .dword  9
