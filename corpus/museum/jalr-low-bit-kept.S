/* rvrelay case 1
 * title: JALR to an odd sum goes to the even address below
 * expect: exit 0
 */
        .globl _start
_start: lla     a1, 1f
        jalr    zero, 1(a1)
1:      li      a0, 0
        li      a7, 93
        ecall
