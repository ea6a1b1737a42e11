/* rvrelay case 1
 * title: BCLR leaves a bit that is clear
 * expect: exit 0
 * expect-register: s0 0x0
 */
        .globl _start
_start: li      a1, 0
        li      a2, 3
        bclr    s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
