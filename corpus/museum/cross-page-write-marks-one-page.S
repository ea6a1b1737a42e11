/* rvrelay case 1
 * title: a store to two pages makes both of them dirty
 * expect: exit 0
 * expect-flags: 768 D
 * expect-flags: 769 D
 */
        .globl _start
_start: li      t0, 0x301000
        li      t1, -1
        sd      t1, -4(t0)
        li      a0, 0
        li      a7, 93
        ecall
