/* rvrelay case 1
 * title: of a fused sum and its carry in one register, the carry stays
 * version: 2
 * isa: imc,mop
 * expect: exit 1
 */
        .globl _start
_start: li      a1, 1
        li      a2, -1
        add     a0, a1, a2
        sltu    a0, a0, a1
        li      a7, 93
        ecall
