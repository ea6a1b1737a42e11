/* rvrelay case 1
 * title: an AMO needs permission to store
 * expect: fault MemWriteOnExecutablePage page=16
 */
        .globl _start
_start: lla     t0, _start
        amoxor.d t1, zero, (t0)
