/* rvrelay case 1
 * title: x0 stays 0 when ADDI names it as rd
 * expect: exit 0
 * expect-register: zero 0x0
 * expect-register: s0 0x0
 */
        .globl _start
_start: addi    zero, zero, 5
        add     s0, zero, zero
        li      a0, 0
        li      a7, 93
        ecall
