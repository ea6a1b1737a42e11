/* rvrelay case 1
 * title: LD of a doubleword with both halves in use
 * expect: exit 0
 * expect-register: t1 0x123456789abcdef
 */
        .globl _start
_start: lla     t0, value
        ld      t1, 0(t0)
        li      a0, 0
        li      a7, 93
        ecall

        .data
value:  .dword  0x0123456789abcdef
