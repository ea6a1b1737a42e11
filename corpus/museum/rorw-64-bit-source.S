/* rvrelay case 1
 * title: RORW rotates no bits of the upper word in
 * expect: exit 0
 * expect-register: s0 0x1
 */
        .globl _start
_start: li      a1, 0x100000002
        li      a2, 1
        rorw    s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
