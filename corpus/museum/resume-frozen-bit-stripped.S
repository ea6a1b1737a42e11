/* rvrelay case 1
 * title: a frozen page refuses to be filled behind a cut
 * expect: fault MemWriteOnFreezedPage page=16
 * cost: constant
 * system-calls: 9005
 * cuts: 1
 * expect-flags: 16 DXF
 */
        .globl _start
_start: lui     a0, 0x10            # cut behind it; this page
        lui     a1, 1
        li      a2, 0
        li      a3, 0
        li      a4, 0
        li      a5, 0
        li      a7, 9005
        ecall
