/* rvrelay case 1
 * title: C.SLLI by 0 is a HINT that does nothing
 * expect: exit 0
 */
        .globl _start
_start: .half   0x0402
        li      a0, 0
        li      a7, 93
        ecall
