/* rvrelay case 1
 * title: REMW by zero gives the low word of the dividend, sign-extended
 * expect: exit 0
 * expect-register: s0 0x5
 */
        .globl _start
_start: li      a1, 0x0123456700000005
        remw    s0, a1, zero
        li      a0, 0
        li      a7, 93
        ecall
