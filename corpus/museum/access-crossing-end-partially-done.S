/* rvrelay case 1
 * title: a store over the end of memory changes nothing
 * expect: fault MemOutOfBound address=0x400004 kind=Memory
 * expect-flags: 1023 -
 */
        .globl _start
_start: li      t0, 0x400000
        li      t1, -1
        sd      t1, -4(t0)
