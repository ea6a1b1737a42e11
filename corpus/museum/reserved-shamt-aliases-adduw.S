/* rvrelay case 1
 * title: SLLIW by 33 is no instruction
 * expect: fault InvalidInstruction pc=0x10000 instruction=0x215951b
 */
        .globl _start
_start: .word   0x0215951b
        li      a0, 0
        li      a7, 93
        ecall
