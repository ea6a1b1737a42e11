/* rvrelay case 1
 * title: C.LDSP to x0 is no instruction
 * expect: fault InvalidInstruction pc=0x10000 instruction=0x6002
 */
        .globl _start
_start: .half   0x6002
        li      a0, 0
        li      a7, 93
        ecall
