/* rvrelay case 1
 * title: In version 2 a relative far jump whose immediates do not fit in 32 bits is none
 * version: 2
 * isa: imc,mop
 * expect: fault MemOutOfBound address=0xffffffff8000f800 kind=Memory
 * expect-pc: 0xffffffff8000f800
 * expect-register: ra 0x10008
 * expect-cycles: 4
 */
        .globl _start
_start: auipc ra, 0x80000
        jalr ra, -0x7ff(ra)             /* 0x10000 - 0x800007ff, made even */
