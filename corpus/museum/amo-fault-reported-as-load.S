/* rvrelay case 1
 * title: an AMO to a page of code is the fault of a store
 * expect: fault MemWriteOnExecutablePage page=16
 */
        .globl _start
_start: lla     t0, _start
        amoor.w t1, zero, (t0)
