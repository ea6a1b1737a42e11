/* rvrelay case 1
 * title: ECALL with a register as rd is no instruction
 * expect: fault InvalidInstruction pc=0x10004 instruction=0x573
 */
        .globl _start
_start: li      a7, 93
        .word   0x00000573
        li      a0, 0
        li      a7, 93
        ecall
