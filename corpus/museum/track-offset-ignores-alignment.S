/* rvrelay case 1
 * title: a whole page of data that begins in the page before is what it was after a cut
 * cuts: 3000
 * leg-targets: 1 0
 * expect: exit 0
 */
        .globl _start
_start: la a0, page + 0xff8
        la a1, word
        li t0, 0x1008
        sd t0, 0(a1)                # bytes wanted
        li a2, 0                    # offset
        li a3, 0                    # index
        li a4, 0                    # source
        li a7, 2092                 # load cell data
        ecall
        la s2, page + 4096
        ld s3, 0(s2)
        lw a0, -8(s2)
        li t6, 0x464c457f           # an ELF file begins so
        bne a0, t6, fail
        li t1, 1000                 # where cuts are
1:      addi t1, t1, -1
        bnez t1, 1b
        ld a0, 0(s2)
        bne a0, s3, fail
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
