/* rvrelay case 1
 * title: In version 1 a far jump fuses with any register in front of the link, and does not write it
 * version: 1
 * isa: imc,mop
 * expect: exit 0
 * expect-register: s0 0x7
 * expect-register: ra 0x1000c
 * expect-cycles: 506
 */
        .globl _start
_start: li s0, 7                        /* 1 */
        auipc s0, 0
        jalr ra, 12(s0)                 /* 4: to 0x10010 */
        li a0, 9
        li a0, 0                        /* 5 */
        li a7, 93                       /* 6 */
        ecall                           /* 506 */
