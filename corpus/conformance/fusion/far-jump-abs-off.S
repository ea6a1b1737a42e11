/* rvrelay case 1
 * title: Without fusion LUI and JALR add in 64 bits
 * isa: imc
 * expect: fault MemOutOfBound address=0xffffffff7ffff800 kind=Memory
 * expect-pc: 0xffffffff7ffff800
 * expect-register: ra 0x10008
 * expect-cycles: 4
 */
        .globl _start
_start: lui ra, 0x80000
        jalr ra, -2048(ra)
