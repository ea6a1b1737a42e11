/* rvrelay case 1
 * title: C.ANDI extends the sign of its immediate
 * expect: exit 0
 * expect-register: s0 0x1234567812345678
 */
        .globl _start
        .option rvc
_start: li      s0, 0x1234567812345678
        c.andi  s0, -1
        li      a0, 0
        li      a7, 93
        ecall
