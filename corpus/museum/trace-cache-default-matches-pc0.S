/* rvrelay case 1
 * title: a jump to address 0 ends there
 * expect-pc: 0
 * expect: fault MemWriteOnExecutablePage page=0
 */
        .globl _start
_start: jr      zero
