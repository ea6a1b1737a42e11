/* rvrelay case 1
 * title: the first instruction of a resumed machine is the one of its snapshot
 * expect: exit 0
 * write-xor-execute: no
 * cost: constant
 * cuts: 5
 */
        .globl _start
_start: la      t0, first
        li      t1, 0x00550513      # addi a0, a0, 5
        li      a0, 0               # cut behind it
first:  addi    a0, a0, 0
        sw      t1, 0(t0)           # too late for this run
        li      a7, 93
        ecall
