/* rvrelay case 1
 * title: in version 2 LUI and JALR leave the upper immediate in the register between them
 * version: 2
 * isa: imc,mop
 * expect: exit 0
 * expect-register: t1 0x10000
 */
        .globl _start
_start: lui     t1, 0x10
        jalr    ra, 8(t1)
        li      a0, 0
        li      a7, 93
        ecall
