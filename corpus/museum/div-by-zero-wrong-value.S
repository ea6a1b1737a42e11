/* rvrelay case 1
 * title: DIVU by zero gives all ones
 * expect: exit 0
 * expect-register: s0 0xffffffffffffffff
 */
        .globl _start
_start: li      a1, 7
        divu    s0, a1, zero
        li      a0, 0
        li      a7, 93
        ecall
