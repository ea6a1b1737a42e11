/* rvrelay case 1
 * title: ADDIW behind LUI wraps in 32 bits
 * expect: exit 0
 * expect-register: s0 0x7fffffff
 */
        .globl _start
_start: lui     s0, 0x80000
        addiw   s0, s0, -1
        li      a0, 0
        li      a7, 93
        ecall
