/* rvrelay case 1
 * title: a page of code that comes whole from the program file is executable and not dirty
 * expect: exit 0
 * expect-flags: 16 XF
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
        .skip   4096
