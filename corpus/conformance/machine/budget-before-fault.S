/* rvrelay case 1
 * title: a budget that is spent exactly by the load that fails
 * budget: 3
 * expect: fault MemOutOfBound address=0xfffffffffffffff8 kind=Memory
 * expect-pc: 0x10008
 * expect-cycles: 3
 */
        .globl _start
_start: li      a0, -8
        ld      a1, 0(a0)
        div     a2, a1, a1
        j       _start
