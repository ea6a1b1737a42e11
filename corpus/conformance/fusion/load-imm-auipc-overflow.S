/* rvrelay case 1
 * title: AUIPC and ADDI stay two steps where the sum of their immediates does not fit in 32 bits
 * isa: imc,mop
 * expect: exit 0
 * expect-register: a1 0x8000f800
 * expect-cycles: 505
 */
        .globl _start
_start: auipc a1, 0x7ffff               /* 1: 0x8000f000 */
        addi a1, a1, 0x7ff              /* 2: 0x7ffff7ff fits, but not with pc */
        addi a1, a1, 1                  /* 3 */
        li a0, 0                        /* 4 */
        li a7, 93                       /* 5 */
        ecall
