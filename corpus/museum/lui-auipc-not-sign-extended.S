/* rvrelay case 1
 * title: LUI extends the sign of its 32-bit immediate
 * expect: exit 0
 * expect-register: s0 0xffffffff80000000
 */
        .globl _start
_start: lui     s0, 0x80000
        li      a0, 0
        li      a7, 93
        ecall
