/* rvrelay case 1
 * title: C.LI to x0 is a HINT that does nothing
 * expect: exit 0
 */
        .globl _start
_start: .half   0x4005
        li      a0, 0
        li      a7, 93
        ecall
