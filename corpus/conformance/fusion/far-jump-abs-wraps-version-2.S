/* rvrelay case 1
 * title: An absolute far jump adds its immediates in 32 bits
 * version: 2
 * isa: imc,mop
 * expect: fault MemOutOfBound address=0x7ffff800 kind=Memory
 * expect-pc: 0x7ffff800
 * expect-register: ra 0x10008
 * expect-cycles: 3
 */
        .globl _start
_start: lui ra, 0x80000
        jalr ra, -2048(ra)
