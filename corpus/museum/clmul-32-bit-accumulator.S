/* rvrelay case 1
 * title: CLMUL has 64 bits
 * expect: exit 0
 * expect-register: s0 0x100000000
 */
        .globl _start
_start: li      a1, 0x100000000
        li      a2, 1
        clmul   s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
