/* rvrelay case 1
 * title: a run begins with no cycles spent, whatever ran before
 * expect: exit 0
 * expect-cycles: 502
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
