/* rvrelay case 1
 * title: MUL has the operand that MULH left
 * isa: imc,mop
 * expect: exit 0
 */
        .globl _start
_start: li      a0, 6
        li      a1, 7
        mulh    a0, a0, a1
        mul     a2, a0, a1
        mv      a0, a2
        li      a7, 93
        ecall
