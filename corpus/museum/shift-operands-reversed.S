/* rvrelay case 1
 * title: SLL shifts rs1 by rs2
 * expect: exit 0
 * expect-register: s0 0x10
 */
        .globl _start
_start: li      a1, 1
        li      a2, 4
        sll     s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
