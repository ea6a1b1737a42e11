/* rvrelay case 1
 * title: SLLI has no bit but those of its operands in the upper ones
 * expect: exit 0
 * expect-register: s0 0x10
 */
        .globl _start
_start: li      a1, 1
        slli    s0, a1, 4
        li      a0, 0
        li      a7, 93
        ecall
