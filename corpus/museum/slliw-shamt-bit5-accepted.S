/* rvrelay case 1
 * title: SRLIW by 32 is no instruction
 * expect: fault InvalidInstruction pc=0x10000 instruction=0x205d51b
 */
        .globl _start
_start: .word   0x0205d51b
        li      a0, 0
        li      a7, 93
        ecall
