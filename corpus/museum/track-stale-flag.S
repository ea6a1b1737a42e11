/* rvrelay case 1
 * title: flags that a page from a data source gets in a fill that fails are in no snapshot
 * section: .bss 0x40000
 * system-calls: 2092 9003 9005
 * expect-flags: 64 F
 * expect-flags: 65 DF
 * expect: fault MemWriteOnFreezedPage page=65
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
        li a0, 65                   # the page behind it
        li a1, 1                    # frozen
        li a7, 9003                 # set flags
        ecall
        la a0, page
        li a1, 8192                 # both pages
        li a2, 1                    # frozen
        li a3, 0
        li a4, 0
        li a5, 0
        li a7, 9005                 # init pages
        ecall

        .section .rodata
        .fill 8192, 1, 0x5a         # so that the file is long enough

        .data
word:   .dword 0
        .bss
        .balign 4096
page:   .skip 2 * 4096
