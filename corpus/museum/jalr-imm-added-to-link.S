/* rvrelay case 1
 * title: JALR adds its immediate to where it goes and links behind itself
 * expect: exit 0
 * expect-register: s0 0x1000c
 */
        .globl _start
_start: lla     a1, 1f
        jalr    s0, 8(a1)
1:      li      a0, 1
        j       2f
        li      a0, 0
2:      li      a7, 93
        ecall
