/* rvrelay case 1
 * title: what was written before the first cut is there after the second one
 * cuts: 1000 2000
 * expect: exit 0
 */
        .globl _start
_start: la s2, page
        li t0, 77
        sd t0, 0(s2)
        li t1, 1000                 # where cuts are
1:      addi t1, t1, -1
        bnez t1, 1b
        ld a0, 0(s2)
        li t6, 77
        bne a0, t6, fail
        li a0, 0
exit:   li a7, 93
        ecall
fail:   li a0, 1
        j exit

        .data
word:   .dword 0
        .bss
        .balign 4096
page:   .skip 1 * 4096
