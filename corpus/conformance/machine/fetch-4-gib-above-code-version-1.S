/* rvrelay case 1
 * title: Version 1 does not find the code that stands 4 GiB below pc
 * version: 1
 * budget: 10000
 * expect: fault MemOutOfBound address=0x100010000 kind=Memory
 * expect-pc: 0x100010000
 */
        .globl _start
_start: li      t0, 0x100010000         /* _start + 4 GiB */
        jr      t0
