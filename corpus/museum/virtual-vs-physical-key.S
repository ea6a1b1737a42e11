/* rvrelay case 1
 * title: after a reset the code is that of the program file again
 * write-xor-execute: no
 * system-calls: 2042 9002
 * expect: exit 0
 */
        .globl _start
/* The cycles tell the two lives apart: each call costs 500, and a reset leaves them spent. */
_start: li a7, 2042
        ecall
        mv s1, a0
        la s0, near
        li t0, 1000
        bgeu s1, t0, second
        li t0, 0x00500513           # li a0, 5
        sw t0, 0(s0)
        jalr s0
        li t6, 5
        bne a0, t6, fail
        li a0, 0                    # this program
        li a1, 0
        li a7, 9002                 # reset
        ecall
second:
        jalr s0
        li t6, 4
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
