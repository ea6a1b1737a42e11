/* rvrelay case 1
 * title: C.LD loads what C.SD stored
 * expect: exit 0
 * expect-register: a2 0x55
 */
        .globl _start
        .option rvc
_start: addi    s0, sp, -16
        li      s1, 0x55
        c.sd    s1, 0(s0)
        c.ld    a2, 0(s0)
        li      a0, 0
        li      a7, 93
        ecall
