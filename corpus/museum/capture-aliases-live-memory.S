/* rvrelay case 1
 * title: changing a snapshot does not change the machine that gave it
 * expect: exit 0
 * cost: constant
 * leg-targets: 1 0
 * cuts: 2
 */
        .globl _start
_start: lui     t0, 0x200
        sb      t0, 0(t0)
        li      a0, 0
        li      a7, 93
        ecall
