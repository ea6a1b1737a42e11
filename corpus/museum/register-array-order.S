/* rvrelay case 1
 * title: x8 and x9 are each where they were behind a cut
 * expect: exit 1
 * cost: constant
 * leg-targets: 1 0
 * cuts: 2
 */
        .globl _start
_start: li      s0, 1
        li      s1, 2               # cut behind it
        mv      a0, s0
        li      a7, 93
        ecall
