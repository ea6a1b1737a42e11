/* rvrelay case 1
 * title: a call that fills part of a page leaves the page before it tracked
 * expect: exit 7
 * section: .data 0x20000
 * cost: constant
 * leg-targets: 1 0
 * cuts: 10
 * expect-flags: 32 -
 * expect-flags: 33 D
 */
        .globl _start
_start: la      a0, odd
        la      a1, size
        li      a2, 0
        li      a3, 0
        li      a4, 0               # one byte of the program file
        li      a7, 2092
        ecall                       # cut behind it
        lbu     a0, even
        li      a7, 93
        ecall

        .data
even:   .fill   512, 8, 7
odd:    .fill   512, 8, 7
size:   .dword  1
