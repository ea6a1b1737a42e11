/* rvrelay case 1
 * title: a page that is tracked behind a cut is not when the snapshot is resumed again
 * expect: exit 0
 * cost: constant
 * cuts: 2
 */
        .globl _start
_start: la      a0, buffer          # cut behind it
        la      a1, size
        li      a2, 0
        li      a3, 0
        li      a4, 0               # a page of the program file
        li      a7, 2092
        ecall
        li      a7, 93
        ecall

        .data
size:   .dword  4096
        .bss
        .balign 4096
buffer: .space  4096
