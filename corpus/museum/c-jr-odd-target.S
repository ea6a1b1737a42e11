/* rvrelay case 1
 * title: C.JR to an odd address goes to the even one below
 * expect: exit 0
 */
        .globl _start
        .option rvc
_start: lla     a1, 1f
        addi    a1, a1, 1
        c.jr    a1
        li      a0, 1
        li      a7, 93
        ecall
1:      li      a0, 0
        li      a7, 93
        ecall
