/* rvrelay case 1
 * title: what no byte of the file is for is zero
 * expect: exit 0
 */
        .globl _start
_start: lbu     a0, cell
        li      a7, 93
        ecall

        .bss
cell:   .space  8
