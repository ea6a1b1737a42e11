/* rvrelay case 1
 * title: RORI by 0 gives its operand
 * expect: exit 0
 * expect-register: s0 0x5
 */
        .globl _start
_start: li      a1, 5
        rori    s0, a1, 0
        li      a0, 0
        li      a7, 93
        ecall
