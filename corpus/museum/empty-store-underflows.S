/* rvrelay case 1
 * title: load cell data from behind the end of a piece stores nothing at its address, the first of a page
 * source: 0x300000007 EwVQAGeAAAA=
 * expect: exit 0
 * expect-register: s1 0
 * expect-flags: 767 -
 * expect-flags: 768 -
 */
        .globl _start
_start: li      a0, 0x300000
        lla     a1, size
        li      a2, 8
        li      a3, 7
        li      a4, 3
        li      a7, 2092
        ecall
        lla     s0, size
        ld      s1, 0(s0)
        li      a7, 93
        ecall

        .data
size:   .dword  16
