/* rvrelay case 1
 * title: an offset of more than 32 bits is behind the end of every piece
 * expect: exit 0
 * cost: constant
 * budget: 102
 * cuts: 1
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
        .fill   1024, 4, 0          # so that the page comes whole from the file
