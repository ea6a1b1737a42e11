/* rvrelay case 1
 * title: a loop back to the second instruction of a fused pair does not execute the first
 * isa: imc,mop
 * expect: exit 3
 */
        .globl _start
_start: li      t0, 3
        lui     a0, 0
1:      addiw   a0, a0, 1
        addi    t0, t0, -1
        bnez    t0, 1b
        li      a7, 93
        ecall
