/* rvrelay case 1
 * title: CLMULR counts bit 63 of rs2
 * expect: exit 0
 * expect-register: s0 0x1
 */
        .globl _start
_start: li      a1, 1
        li      a2, 0x8000000000000000
        clmulr  s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
