/* rvrelay case 1
 * title: a branch reaches 2052 bytes ahead
 * expect: exit 0
 */
        .globl _start
_start: beq     zero, zero, far
        li      a0, 1
        li      a7, 93
        ecall
        .skip   2052 - (. - _start)
far:    li      a0, 0
        li      a7, 93
        ecall
