/* rvrelay case 1
 * title: SLL by 64 is SLL by 0
 * expect: exit 0
 * expect-register: s0 0x3
 */
        .globl _start
_start: li      a1, 3
        li      a2, 64
        sll     s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
