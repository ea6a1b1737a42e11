/* rvrelay case 1
 * title: In version 2 a far jump fuses only with the link register in both places
 * version: 2
 * isa: imc,mop
 * expect: exit 0
 * expect-register: s0 0x10004
 * expect-register: ra 0x1000c
 * expect-cycles: 507
 */
        .globl _start
_start: li s0, 7                        /* 1 */
        auipc s0, 0                     /* 2 */
        jalr ra, 12(s0)                 /* 5: to 0x10010 */
        li a0, 9
        li a0, 0                        /* 6 */
        li a7, 93                       /* 7 */
        ecall                           /* 507 */
