/* rvrelay case 1
 * title: in version 2 AUIPC and JALR jump to where 64 bits say
 * version: 2
 * isa: imc,mop
 * expect: fault MemOutOfBound address=0xffffffff8000fffe kind=Memory
 * expect-cycles: 4
 */
        .globl _start
_start: auipc   ra, 0x80000
        jalr    ra, -2(ra)
