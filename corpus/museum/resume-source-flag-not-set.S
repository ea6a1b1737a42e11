/* rvrelay case 1
 * title: code that comes from the program file is executable behind a cut
 * expect: exit 0
 * cost: constant
 * cuts: 1
 * expect-flags: 16 XF
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
        .fill   1024, 4, 0          # so that the page comes whole from the file
