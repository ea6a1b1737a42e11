/* rvrelay case 1
 * title: SLLI shifts to the left and SRLI to the right
 * expect: exit 0
 * expect-register: s0 0x100
 * expect-register: s1 0x1
 */
        .globl _start
_start: li      a1, 0x10
        slli    s0, a1, 4
        srli    s1, a1, 4
        li      a0, 0
        li      a7, 93
        ecall
