/* rvrelay case 1
 * title: pages stay tracked where a call cannot store the size
 * expect: fault MemWriteOnExecutablePage page=16
 * section: .data 0x20000
 * expect-flags: 32 -
 */
        .globl _start
_start: la      a0, buffer
        la      a1, size            # in code: it can be read, and not written
        li      a2, 0
        li      a3, 0
        li      a4, 0
        li      a7, 2092
        ecall
        .balign 8
size:   .dword  8
        .data
buffer: .fill   512, 8, 7
