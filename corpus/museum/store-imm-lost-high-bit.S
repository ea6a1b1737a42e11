/* rvrelay case 1
 * title: SD with a negative offset stores below its register
 * expect: exit 0
 * expect-register: t1 0x7
 */
        .globl _start
_start: lla     t0, behind
        li      t1, 7
        sd      t1, -8(t0)
        ld      t1, -8(t0)
        li      a0, 0
        li      a7, 93
        ecall

        .data
        .dword  1
behind: .dword  2
        .skip   2048
