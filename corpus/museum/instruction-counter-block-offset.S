/* rvrelay case 1
 * title: a load that is out of bound is charged
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-cycles: 4
 */
        .globl _start
_start: li      t0, 0x400000
        lw      t1, 0(t0)
