/* rvrelay case 1
 * title: a budget that ends right behind a JALR ends the run where it goes
 * expect: budget
 * budget: 5
 * expect-pc: 0x1000c
 * expect-cycles: 5
 * expect-register: s0 0x0
 */
        .globl _start
_start: lla     a1, 1f
        jalr    zero, 0(a1)
1:      li      s0, 1
        li      a0, 0
        li      a7, 93
        ecall
