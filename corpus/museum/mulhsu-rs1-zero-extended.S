/* rvrelay case 1
 * title: MULHSU takes rs1 for signed
 * expect: exit 0
 * expect-register: s0 0xffffffffffffffff
 */
        .globl _start
_start: li      a1, -1
        li      a2, 1
        mulhsu  s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
