/* rvrelay case 1
 * title: An instruction whose cost goes beyond 2^64 is the fault CyclesOverflow, not a spent budget
 * cost: constant
 * budget: 18446744073709551615
 * system-calls: 9008
 * expect: fault CyclesOverflow
 * expect-cycles: 18446744073709551615
 * expect-pc: 0x10010
 */
        .globl _start
_start: li      a0, -5                  /* 1 cycle */
        li      a7, 9008                /* two instructions: 2 and 3 */
        ecall                           /* 4, and 2^64 - 5 more */
        nop
1:      j       1b
