/* rvrelay case 1
 * title: DIVW by a register whose low word is zero is a division by zero
 * expect: exit 0
 * expect-register: s0 0xffffffffffffffff
 */
        .globl _start
_start: li      a1, 7
        li      a2, 0x100000000
        divw    s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
