/* rvrelay case 1
 * title: loading a part of a piece says how much there is of it
 * source: 0x100000002 aGVsbG8gcmVsYXkA
 * expect: exit 0
 */
        .globl _start
_start: la a0, page
        la a1, word
        li t0, 4
        sd t0, 0(a1)                # bytes wanted
        li a2, 0                    # offset
        li a3, 2                    # index
        li a4, 1                    # source
        li a7, 2092                 # load cell data
        ecall
        la s2, word
        ld s1, 0(s2)
        li t6, 12
        bne s1, t6, fail
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
