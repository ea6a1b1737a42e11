/* rvrelay case 1
 * title: ANDN inverts rs2
 * expect: exit 0
 * expect-register: s0 0x4
 */
        .globl _start
_start: li      a1, 12
        li      a2, 10
        andn    s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
