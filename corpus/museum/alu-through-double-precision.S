/* rvrelay case 1
 * title: ADD keeps the lowest bit of a sum beyond 2^53
 * expect: exit 0
 * expect-register: s0 0x40000000000001
 */
        .globl _start
_start: li      a1, 0x20000000000001
        li      a2, 0x20000000000000
        add     s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
