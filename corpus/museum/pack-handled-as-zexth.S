/* rvrelay case 1
 * title: ZEXT.H with a register as rs2 is no instruction
 * expect: fault InvalidInstruction pc=0x10000 instruction=0x8c5c53b
 */
        .globl _start
_start: .word   0x08c5c53b
        li      a0, 0
        li      a7, 93
        ecall
