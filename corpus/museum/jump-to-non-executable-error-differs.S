/* rvrelay case 1
 * title: a jump to address 0, where nothing is, lacks permission
 * expect: fault MemWriteOnExecutablePage page=0
 * expect-pc: 0x0
 */
        .globl _start
_start: jr      zero
