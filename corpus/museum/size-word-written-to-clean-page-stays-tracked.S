/* rvrelay case 1
 * title: a size that is stored into a page from a data source outlives a cut
 * source: 0x100000002 aGVsbG8gcmVsYXkA
 * section: .bss 0x40000
 * cuts: 3000
 * leg-targets: 1 0
 * expect-flags: 64 D
 * expect: exit 0
 */
        .globl _start
_start: la a0, page
        la a1, word
        li t0, 4096
        sd t0, 0(a1)                # bytes wanted
        li a2, 4096                 # offset
        li a3, 0                    # index
        li a4, 0                    # source
        li a7, 2092                 # load cell data
        ecall
        la a1, page                 # the size is what the page begins with: more than there is
        la a0, page + 4096
        li a2, 0
        li a3, 2
        li a4, 1
        li a7, 2092
        ecall
        li t1, 1000                 # where cuts are
1:      addi t1, t1, -1
        bnez t1, 1b
        la s2, page
        ld a0, 0(s2)
        li t6, 12
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
