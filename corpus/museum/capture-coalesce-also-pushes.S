/* rvrelay case 1
 * title: two dirty neighbours are one run, and nothing else is stored of them
 * expect: exit 0
 * cost: constant
 * leg-targets: 1 0
 * cuts: 4
 */
        .globl _start
_start: lui     t0, 0x200
        lui     t1, 0x201
        sb      zero, 0(t0)
        sb      zero, 0(t1)
        li      a0, 0
        li      a7, 93
        ecall
