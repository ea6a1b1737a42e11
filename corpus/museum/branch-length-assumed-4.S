/* rvrelay case 1
 * title: a C.BNEZ that is not taken leads 2 bytes on
 * expect: exit 0
 * expect-register: s0 0x1
 */
        .globl _start
        .option rvc
_start: li      a1, 0
        c.bnez  a1, 1f
        c.li    s0, 1
1:      li      a0, 0
        li      a7, 93
        ecall
