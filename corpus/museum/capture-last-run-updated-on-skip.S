/* rvrelay case 1
 * title: a tracked page behind a dirty one stays where it is
 * expect: exit 3
 * section: .data 0x20000
 * cost: constant
 * leg-targets: 1 0
 * cuts: 2
 */
        .globl _start
_start: lui     t0, 0x21            # the second page of three
        sb      t0, 0(t0)           # cut behind it
        lui     t0, 0x22
        lbu     a0, 0(t0)
        li      a7, 93
        ecall

        .data
        .fill   512, 8, 1
        .fill   512, 8, 2
        .fill   4096, 1, 3
