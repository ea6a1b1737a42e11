/* rvrelay case 1
 * title: a store makes its page dirty
 * expect: exit 0
 * expect-flags: 768 D
 */
        .globl _start
_start: li      t0, 0x300000
        sb      zero, 0(t0)
        li      a0, 0
        li      a7, 93
        ecall
