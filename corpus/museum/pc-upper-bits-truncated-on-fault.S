/* rvrelay case 1
 * title: a jump to an address beyond 2^40 keeps all of it
 * expect: fault MemOutOfBound address=0x1234560000000000 kind=Memory
 * expect-pc: 0x1234560000000000
 */
        .globl _start
_start: li      a1, 0x1234560000000000
        jalr    zero, 0(a1)
