/* rvrelay case 1
 * title: in version 0 a load cannot end with the last byte of memory
 * version: 0
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-register: t1 0x5
 */
        .globl _start
_start: li      t0, 0x400000
        li      t1, 5
        lw      t1, -4(t0)
