/* rvrelay case 1
 * title: AND with a funct7 that nothing has is no instruction
 * expect: fault InvalidInstruction pc=0x10000 instruction=0xfec5f533
 */
        .globl _start
_start: .word   0xfec5f533
        li      a0, 0
        li      a7, 93
        ecall
