/* rvrelay case 1
 * title: a store that ends in a page of code is refused
 * expect: fault MemWriteOnExecutablePage page=16
 * expect-flags: 15 -
 */
        .globl _start
_start: lla     t0, _start
        sw      zero, -2(t0)
