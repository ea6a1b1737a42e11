/* rvrelay case 1
 * title: a store to a page that came whole from a data source outlives a cut
 * cuts: 3000
 * leg-targets: 1
 * expect: exit 0
 */
        .globl _start
_start: la a0, page
        la a1, word
        li t0, 4096
        sd t0, 0(a1)                # bytes wanted
        li a2, 0                    # offset
        li a3, 0                    # index
        li a4, 0                    # source
        li a7, 2092                 # load cell data
        ecall
        la s2, page
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

        .section .rodata
        .fill 8192, 1, 0x5a         # so that the file is long enough

        .data
word:   .dword 0
        .bss
        .balign 4096
page:   .skip 1 * 4096
