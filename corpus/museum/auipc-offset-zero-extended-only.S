/* rvrelay case 1
 * title: AUIPC with a negative immediate leads below pc
 * expect: exit 0
 * expect-register: s0 0xf000
 */
        .globl _start
_start: auipc   s0, 0xfffff
        li      a0, 0
        li      a7, 93
        ecall
