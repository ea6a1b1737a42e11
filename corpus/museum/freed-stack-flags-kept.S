/* rvrelay case 1
 * title: what was on the stack stays in its page, and the page keeps its flags
 * expect: exit 0
 * expect-flags: 1020 D
 */
        .globl _start
_start: lui     t0, 4
        sub     sp, sp, t0
        sd      sp, 0x100(sp)
        add     sp, sp, t0
        li      a0, 0
        li      a7, 93
        ecall
