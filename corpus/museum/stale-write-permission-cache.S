/* rvrelay case 1
 * title: a page that was written cannot be written once it is executable
 * system-calls: 9003
 * expect: fault MemWriteOnExecutablePage page=768
 */
        .globl _start
_start: li      t0, 0x300000
        sb      zero, 0(t0)
        li      a0, 768
        li      a1, 2
        li      a7, 9003
        ecall
        sb      zero, 0(t0)
