/* rvrelay case 1
 * title: an OP word with funct7 4 and funct3 4 is no instruction
 * expect: fault InvalidInstruction pc=0x10000 instruction=0x9994433
 */
        .globl _start
_start: .word   0x09994433
        li      a0, 0
        li      a7, 93
        ecall
