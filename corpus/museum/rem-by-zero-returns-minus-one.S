/* rvrelay case 1
 * title: REM by zero gives the dividend
 * expect: exit 0
 * expect-register: s0 0x7
 */
        .globl _start
_start: li      a1, 7
        rem     s0, a1, zero
        li      a0, 0
        li      a7, 93
        ecall
