/* rvrelay case 1
 * title: an AMO of bytes is no instruction
 * expect: fault InvalidInstruction pc=0x10000 instruction=0xb5052f
 */
        .globl _start
_start: .word   0x00b5052f
        li      a0, 0
        li      a7, 93
        ecall
