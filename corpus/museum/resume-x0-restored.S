/* rvrelay case 1
 * title: an x0 that is not zero is resumed like other registers
 * expect: exit 5
 * cost: constant
 * system-calls: 9009
 * cuts: 5
 * expect-register: zero 0x5
 */
        .globl _start
_start: li      s1, 93
        li      a0, 0
        li      a1, 5
        li      a7, 9009            # x0 is 5
        ecall
        mv      a0, zero
        mv      a7, s1
        ecall
