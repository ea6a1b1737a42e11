/* rvrelay case 1
 * title: RORW right before a branch has its result
 * expect: exit 0
 * expect-register: s0 0x1
 */
        .globl _start
_start: li      a1, 2
        li      a2, 1
        rorw    s0, a1, a2
        beq     zero, zero, 1f
1:      li      a0, 0
        li      a7, 93
        ecall
