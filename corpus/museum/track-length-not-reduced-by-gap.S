/* rvrelay case 1
 * title: of two pages from the middle of a page on only one is whole; the last one is dirty
 * section: .bss 0x40000
 * expect-flags: 64 D
 * expect-flags: 65 -
 * expect-flags: 66 D
 * expect: exit 0
 */
        .globl _start
_start: la a0, page + 0x800
        la a1, word
        li t0, 8192
        sd t0, 0(a1)                # bytes wanted
        li a2, 0                    # offset
        li a3, 0                    # index
        li a4, 0                    # source
        li a7, 2092                 # load cell data
        ecall
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
page:   .skip 3 * 4096
