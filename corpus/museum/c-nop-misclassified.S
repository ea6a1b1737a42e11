/* rvrelay case 1
 * title: C.ADDI by -32 adds
 * expect: exit 0
 * expect-register: s0 0x8
 */
        .globl _start
        .option rvc
_start: li      s0, 40
        c.addi  s0, -32
        li      a0, 0
        li      a7, 93
        ecall
