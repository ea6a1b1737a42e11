/* rvrelay case 1
 * title: a store over the end of the address space is out of bound, whatever the first page is for
 * section: .text 0x0
 * expect: fault MemOutOfBound address=0xfffffffffffffffc kind=Memory
 */
        .globl _start
_start: sd      zero, -4(zero)
