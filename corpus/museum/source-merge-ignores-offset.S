/* rvrelay case 1
 * title: two pages of a piece that are loaded in the other order are what they were after a cut
 * cuts: 5000
 * leg-targets: 1 0
 * expect: exit 0
 */
        .macro load address, size, offset, index, source
        la a0, \address
        la a1, word
        li t0, \size
        sd t0, 0(a1)                # bytes wanted
        li a2, \offset
        li a3, \index
        li a4, \source
        li a7, 2092                 # load cell data
        ecall
        .endm

        .globl _start
_start: load page, 4096, 4096, 0, 0
        load page+4096, 4096, 0, 0, 0
        li t1, 1000                 # where cuts are
1:      addi t1, t1, -1
        bnez t1, 1b
        la s2, page + 4096
        lw a0, 0(s2)
        li t6, 0x464c457f           # an ELF file begins so
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
page:   .skip 2 * 4096
