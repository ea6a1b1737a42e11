/* rvrelay case 1
 * title: a few bytes that end in the page they begin in make no whole page
 * section: .bss 0x40000
 * expect-flags: 64 D
 * expect: exit 0
 */
        .globl _start
_start: la a0, page + 1
        la a1, word
        li t0, 10
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

        .data
word:   .dword 0
        .bss
        .balign 4096
page:   .skip 1 * 4096
