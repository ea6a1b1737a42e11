/* rvrelay case 1
 * title: a NULL stands behind the pointers to the arguments
 * arg: "main"
 * arg: "a"
 * expect: exit 0
 */
        .globl _start
_start: ld a0, 0(sp)
        li t6, 2
        bne a0, t6, fail
        ld a0, 24(sp)
        li t6, 0
        bne a0, t6, fail
        li a0, 0
exit:   li a7, 93
        ecall
fail:   li a0, 1
        j exit
