/* rvrelay case 1
 * title: a store to code is refused, however often it is tried
 * expect: fault MemWriteOnExecutablePage page=16
 */
        .globl _start
_start: lla     t0, _start
        sb      zero, 0(t0)
