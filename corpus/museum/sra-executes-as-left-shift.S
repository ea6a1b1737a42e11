/* rvrelay case 1
 * title: SRA shifts to the right and keeps the sign
 * expect: exit 0
 * expect-register: s0 0xfffffffffffffffc
 */
        .globl _start
_start: li      a1, -16
        li      a2, 2
        sra     s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
