/* rvrelay case 1
 * title: DIV of the least number by -1 gives that number
 * expect: exit 0
 * expect-register: s0 0x8000000000000000
 */
        .globl _start
_start: li      a1, 0x8000000000000000
        li      a2, -1
        div     s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
