/* rvrelay case 1
 * title: a leg that resumes executes the code of its snapshot, not that of the leg before
 * write-xor-execute: no
 * section: .near 0x40000
 * section: .far 0x60000
 * cuts: 1000
 * expect: exit 0
 */
/* 128 KiB apart, the routines have the same entries in the decoder cache. */
        .globl _start
_start: la s0, near
        la s1, far
        li t1, 1000                 # where cuts are
1:      addi t1, t1, -1
        bnez t1, 1b
        jalr s0
        li t6, 4
        bne a0, t6, fail
        li t0, 0x00500513           # li a0, 5
        sw t0, 0(s0)
        jalr s1
        jalr s0
        li t6, 5
        bne a0, t6, fail
        li a0, 0
exit:   li a7, 93
        ecall
fail:   li a0, 1
        j exit

        .section .near, "ax"
near:
        li a0, 4
        ret

        .section .far, "ax"
far:
        li a0, 7
        ret
