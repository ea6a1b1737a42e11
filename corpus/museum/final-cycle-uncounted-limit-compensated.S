/* rvrelay case 1
 * title: exit costs 500 cycles, under a limit that is just enough
 * budget: 502
 * expect: exit 0
 * expect-cycles: 502
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
