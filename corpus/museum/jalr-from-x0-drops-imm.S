/* rvrelay case 1
 * title: JALR from x0 goes to its immediate
 * expect: exit 0
 * section: .text 0x0
 */
        .globl _start
        li      a0, 1
        li      a7, 93
        ecall
_start: jalr    zero, 20(zero)
        li      a0, 2
        li      a0, 0
        li      a7, 93
        ecall
