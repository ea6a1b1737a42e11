/* rvrelay case 1
 * title: a remainder has the sign of the dividend
 * expect: exit 0
 * expect-register: s0 0xffffffffffffffff
 */
        .globl _start
_start: li      a1, -7
        li      a2, 3
        rem     s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
