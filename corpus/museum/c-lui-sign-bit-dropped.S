/* rvrelay case 1
 * title: C.LUI extends the sign of its immediate
 * expect: exit 0
 * expect-register: s0 0xfffffffffffff000
 */
        .globl _start
        .option rvc
_start: c.lui   s0, 0xfffff
        li      a0, 0
        li      a7, 93
        ecall
