/* rvrelay case 1
 * title: data that is no whole page of the program file is still there in the next leg
 * cuts: 1
 * expect: exit 7
 */
        .globl _start
_start: lbu     a0, value
        li      a7, 93
        ecall

        .data
value:  .byte   7
