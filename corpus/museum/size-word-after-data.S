/* rvrelay case 1
 * title: data that is loaded over its size pointer is what stays there, and its page is not dirty
 * section: .bss 0x40000
 * expect-flags: 64 -
 * expect: exit 0
 */
        .globl _start
_start: la a0, page
        mv a1, a0                   # where the size is
        li t0, 4096
        sd t0, 0(a1)
        li a2, 0
        li a3, 0
        li a4, 0
        li a7, 2092
        ecall
        la s2, page
        lw a0, 0(s2)
        li t6, 0x464c457f           # an ELF file begins so
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
page:   .skip 1 * 4096
