/* rvrelay case 1
 * title: a store to the end of a page makes that page dirty, and not the next
 * expect: exit 0
 * expect-flags: 768 D
 * expect-flags: 769 -
 */
        .globl _start
_start: li      t0, 0x301000
        sd      zero, -8(t0)
        li      a0, 0
        li      a7, 93
        ecall
