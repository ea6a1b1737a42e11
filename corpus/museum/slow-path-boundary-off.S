/* rvrelay case 1
 * title: FENCE.I costs one cycle
 * expect: exit 0
 * expect-cycles: 503
 */
        .globl _start
_start: fence.i
        li      a0, 0
        li      a7, 93
        ecall
