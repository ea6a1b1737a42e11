/* rvrelay case 1
 * title: a store to a page that is frozen and executable is refused because it is executable
 * expect: fault MemWriteOnExecutablePage page=16
 */
        .globl _start
_start: lla     t0, _start
        sw      zero, 0(t0)
