/* rvrelay case 1
 * title: data that a call loaded to part of a page is still there in the next leg
 * source: 0x300000007 BwAAAAAAAAA=
 * cuts: 511
 * expect: exit 7
 */
        .globl _start
_start: li      a0, 0x300000
        lla     a1, size
        li      a2, 0
        li      a3, 7
        li      a4, 3
        li      a7, 2092
        ecall
        li      t0, 0x300000
        lbu     a0, 0(t0)
        li      a7, 93
        ecall

        .data
size:   .dword  8
