/* rvrelay case 1
 * title: a page from a data source is not dirty after a cut either
 * section: .bss 0x40000
 * cuts: 3000
 * expect-flags: 64 -
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
        li t1, 1000                 # where cuts are
1:      addi t1, t1, -1
        bnez t1, 1b
        li a0, 0
        li a7, 93
        ecall

        .section .rodata
        .fill 8192, 1, 0x5a         # so that the file is long enough

        .data
word:   .dword 0
        .bss
        .balign 4096
page:   .skip 1 * 4096
