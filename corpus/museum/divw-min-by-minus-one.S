/* rvrelay case 1
 * title: DIVW of the least word by -1 gives that word, REMW gives 0
 * expect: exit 0
 * expect-register: s0 0xffffffff80000000
 * expect-register: s1 0x0
 */
        .globl _start
_start: li      a1, 0x80000000
        li      a2, -1
        divw    s0, a1, a2
        remw    s1, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
