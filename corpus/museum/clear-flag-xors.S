/* rvrelay case 1
 * title: flags that are clear can be cleared
 * system-calls: 9004
 * expect: exit 0
 * expect-flags: 768 D
 */
        .globl _start
_start: li      a0, 768
        li      a1, 3
        li      a7, 9004
        ecall
        li      a0, 0
        li      a7, 93
        ecall
