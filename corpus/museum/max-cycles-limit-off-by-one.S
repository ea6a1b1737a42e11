/* rvrelay case 1
 * title: a limit that is just enough is enough
 * budget: 502
 * expect: exit 0
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
