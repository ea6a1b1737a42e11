/* rvrelay case 1
 * title: In version 1 a far jump from x0 uses the upper immediate, which x0 never holds
 * version: 1
 * isa: imc,mop
 * expect: exit 0
 * expect-register: ra 0x10008
 * expect-cycles: 505
 */
        .globl _start
_start: lui x0, 0x10
        jalr ra, 12(x0)                 /* 3: to 0x1000c */
        li a0, 9
        li a0, 0                        /* 4 */
        li a7, 93                       /* 5 */
        ecall                           /* 505 */
