/* rvrelay case 1
 * title: what a call returns is in a0
 * expect: exit 0
 */
        .globl _start
_start: li a0, 7
        li a7, 2041                 # VM version
        ecall
        li t6, 2
        bne a0, t6, fail
        li a0, 0
exit:   li a7, 93
        ecall
fail:   li a0, 1
        j exit
