/* rvrelay case 1
 * title: x0 is zero behind MULH to x0 and MUL
 * isa: imc,mop
 * expect: exit 0
 */
        .globl _start
_start: li      a1, -1
        li      a2, 1
        mulh    zero, a1, a2
        mul     t0, a1, a2
        mv      a0, zero
        li      a7, 93
        ecall
