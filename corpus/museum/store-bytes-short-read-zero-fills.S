/* rvrelay case 1
 * title: what lies behind data that is shorter than was asked for stays
 * source: 0x100000002 aGVsbG8gcmVsYXkA
 * expect: exit 0
 */
        .globl _start
_start: la s2, page
        li t0, -1
        sd t0, 16(s2)
        la a0, page
        la a1, word
        li t0, 64
        sd t0, 0(a1)                # bytes wanted
        li a2, 0                    # offset
        li a3, 2                    # index
        li a4, 1                    # source
        li a7, 2092                 # load cell data
        ecall
        ld a0, 16(s2)
        li t6, -1
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
