/* rvrelay case 1
 * title: the first store to a page that came whole from the program file changes nothing else of it
 * expect: exit 7
 */
        .globl _start
_start: lla     t0, page
        sb      zero, 100(t0)
        lbu     a0, 1(t0)
        li      a7, 93
        ecall

        .data
        .balign 4096
page:   .byte   0, 7
        .skip   4094
