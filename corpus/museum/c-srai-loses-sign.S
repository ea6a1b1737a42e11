/* rvrelay case 1
 * title: C.SRAI keeps the sign
 * expect: exit 0
 * expect-register: s0 0xfffffffffffffffc
 */
        .globl _start
        .option rvc
_start: li      s0, -16
        c.srai  s0, 2
        li      a0, 0
        li      a7, 93
        ecall
