/* rvrelay case 1
 * title: two pages in a row of one piece are one run of a snapshot, though loaded by two calls
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
_start: load page, 4096, 0, 0, 0
        load page+4096, 4096, 4096, 0, 0
        li t6, 0
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
