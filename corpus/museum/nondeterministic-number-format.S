/* rvrelay case 1
 * title: cycles of 19 digits are in the snapshot to the last one
 * expect: exit 0
 * cost: constant
 * system-calls: 9008
 * leg-targets: 1 0
 * budget: 0x2000000000000000
 * cuts: 1152921504606846983
 * expect-cycles: 1152921504606846985
 */
        .globl _start
_start: li      a0, 1
        slli    a0, a0, 60
        addi    a0, a0, 1
        li      a7, 9008            # 2^60 + 1 cycles more
        ecall
        li      a7, 93
        ecall
