/* rvrelay case 1
 * title: code may begin anywhere in a page
 * version: 1
 * section: .text 0x10010
 * expect-flags: 16 DXF
 * expect: exit 0
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
