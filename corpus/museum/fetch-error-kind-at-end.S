/* rvrelay case 1
 * title: running off the end of memory is out of bound
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * section: .text 0x3ffffc
 * expect-pc: 0x400000
 */
        .globl _start
_start: nop
