/* rvrelay case 1
 * title: from version 1 on the last byte of memory can be loaded
 * version: 1
 * expect: exit 0
 */
        .globl _start
_start: li      t0, 0x400000
        lb      a0, -1(t0)
        li      a7, 93
        ecall
