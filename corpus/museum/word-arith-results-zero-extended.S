/* rvrelay case 1
 * title: ADDIW extends the sign of its result
 * expect: exit 0
 * expect-register: s0 0xffffffff80000000
 */
        .globl _start
_start: li      a1, 0x80000000
        addiw   s0, a1, 0
        li      a0, 0
        li      a7, 93
        ecall
