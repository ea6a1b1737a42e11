/* rvrelay case 1
 * title: SRAW shifts copies of bit 31 in
 * expect: exit 0
 * expect-register: s0 0xfffffffff8000000
 */
        .globl _start
_start: li      a1, 0x80000000
        li      a2, 4
        sraw    s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
