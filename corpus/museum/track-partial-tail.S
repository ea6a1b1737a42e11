/* rvrelay case 1
 * title: a page that is loaded in part is dirty, and keeps its rest over a cut
 * section: .bss 0x40000
 * cuts: 3000
 * leg-targets: 1 0
 * expect-flags: 64 -
 * expect-flags: 65 D
 * expect: exit 0
 */
        .globl _start
_start: la a0, page
        la a1, word
        li t0, 4096 + 8
        sd t0, 0(a1)                # bytes wanted
        li a2, 0                    # offset
        li a3, 0                    # index
        li a4, 0                    # source
        li a7, 2092                 # load cell data
        ecall
        li t1, 1000                 # where cuts are
1:      addi t1, t1, -1
        bnez t1, 1b
        la s2, page + 4096
        ld a0, 8(s2)
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
