/* rvrelay case 1
 * title: a page of which a data source has a part only is dirty
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
        li a2, 0                    # offset
        li a3, 2                    # index
        li a4, 1                    # source
        li a7, 2092                 # load cell data
        ecall
        li t1, 1000                 # where cuts are
1:      addi t1, t1, -1
        bnez t1, 1b
        la s2, page
        lw a0, 0(s2)
        li t6, 0x6c6c6568           # hell
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
