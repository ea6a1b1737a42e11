/* rvrelay case 1
 * title: MULHSU takes rs2 for unsigned
 * expect: exit 0
 * expect-register: s0 0x1
 */
        .globl _start
_start: li      a1, 2
        li      a2, -1
        mulhsu  s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
