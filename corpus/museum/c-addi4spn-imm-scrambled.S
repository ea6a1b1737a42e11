/* rvrelay case 1
 * title: C.ADDI4SPN by 4 leads 4 bytes up
 * expect: exit 0
 * expect-register: s1 0x4
 */
        .globl _start
        .option rvc
_start: c.addi4spn s0, sp, 4
        sub     s1, s0, sp
        li      a0, 0
        li      a7, 93
        ecall
