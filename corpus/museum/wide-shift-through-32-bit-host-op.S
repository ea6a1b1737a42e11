/* rvrelay case 1
 * title: SLLI by 32 moves the low word up
 * expect: exit 0
 * expect-register: s0 0x100000000
 */
        .globl _start
_start: li      a1, 1
        slli    s0, a1, 32
        li      a0, 0
        li      a7, 93
        ecall
