/* rvrelay case 1
 * title: CLZW counts the zeros of the low word
 * expect: exit 0
 * expect-register: s0 0x1f
 */
        .globl _start
_start: li      a1, 1
        clzw    s0, a1
        li      a0, 0
        li      a7, 93
        ecall
