/* rvrelay case 1
 * title: a store to code that is refused leaves its page clean
 * expect: fault MemWriteOnExecutablePage page=16
 * expect-flags: 16 XF
 */
        .globl _start
_start: la      t0, _start
        sw      zero, 0(t0)
        .fill   1024, 4, 0          # so that the page comes whole from the file
