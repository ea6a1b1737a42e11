/* rvrelay case 1
 * title: LUI and ADDIW are one step, and add in 32 bits
 * isa: imc,mop
 * expect: exit 0
 * expect-register: a2 0x7ffff800
 * expect-cycles: 503
 */
        .globl _start
_start: lui a2, 0x80000
        addiw a2, a2, -2048             /* 1 */
        li a0, 0                        /* 2 */
        li a7, 93                       /* 3 */
        ecall                           /* 503 */
