/* rvrelay case 1
 * title: In version 1 a relative far jump adds its immediates in 32 bits
 * version: 1
 * isa: imc,mop
 * expect: fault MemOutOfBound address=0x8000f800 kind=Memory
 * expect-pc: 0x8000f800
 * expect-register: ra 0x10008
 * expect-cycles: 3
 */
        .globl _start
_start: auipc ra, 0x80000
        jalr ra, -0x7ff(ra)             /* 0x10000 + 0x7ffff801, made even */
