/* rvrelay case 1
 * title: an instruction for which there is no budget left is executed once
 * cuts: 1 2
 * expect: exit 2
 */
        .globl _start
_start: li      a0, 0
        addi    a0, a0, 1
        addi    a0, a0, 1
        li      a7, 93
        ecall
