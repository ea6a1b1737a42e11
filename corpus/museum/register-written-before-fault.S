/* rvrelay case 1
 * title: a load that fails leaves its register alone
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-register: a0 0x7
 */
        .globl _start
_start: lui     t0, 0x400           # the end of memory
        li      a0, 7
        lw      a0, 0(t0)
