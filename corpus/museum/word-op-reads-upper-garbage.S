/* rvrelay case 1
 * title: SRLW shifts no bits of the upper word in
 * expect: exit 0
 * expect-register: s0 0x8000000
 */
        .globl _start
_start: li      a1, 0x180000000
        li      a2, 4
        srlw    s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
