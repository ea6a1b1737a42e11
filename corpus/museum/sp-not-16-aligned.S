/* rvrelay case 1
 * title: sp is a multiple of 16 at the start
 * arg: "main"
 * arg: "a"
 * expect: exit 0
 */
        .globl _start
_start: andi a0, sp, 15
        li t6, 0
        bne a0, t6, fail
        li a0, 0
exit:   li a7, 93
        ecall
fail:   li a0, 1
        j exit
