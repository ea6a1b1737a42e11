/* rvrelay case 1
 * title: A program may begin at an odd address and goes on from there
 * expect: exit 12
 * expect-pc: 0x1000f
 */
#include "../check.h"

        .text
        .globl _start
        .byte 0
_start:                                 /* 0x10001; written as bytes: assemblers refuse to be odd */
        .byte 0x13, 0x05, 0x70, 0x00    /* li a0, 7 */
        .byte 0x15, 0x05                /* c.addi a0, 5 */
        .byte 0x93, 0x08, 0xd0, 0x05    /* li a7, 93 */
        .byte 0x73, 0x00, 0x00, 0x00    /* ecall */
