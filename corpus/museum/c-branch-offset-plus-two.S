/* rvrelay case 1
 * title: C.J counts from itself
 * expect: exit 0
 * expect-register: s0 0x1
 */
        .globl _start
        .option rvc
_start: c.j     1f
        c.nop
1:      c.li    s0, 1
        li      a0, 0
        li      a7, 93
        ecall
