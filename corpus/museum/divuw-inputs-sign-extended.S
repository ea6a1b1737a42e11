/* rvrelay case 1
 * title: DIVUW takes a word with bit 31 set for a positive number
 * expect: exit 0
 * expect-register: s0 0x40000000
 */
        .globl _start
_start: li      a1, 0x80000000
        li      a2, 2
        divuw   s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
