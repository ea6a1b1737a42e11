/* rvrelay case 1
 * title: a page in a segment that begins late in the page before is what it was after a cut
 * section: .data 0x20800
 * cuts: 1000
 * leg-targets: 1 0
 * expect: exit 0
 */
        .globl _start
_start: li t1, 1000                 # where cuts are
1:      addi t1, t1, -1
        bnez t1, 1b
        la s2, cell
        ld a0, 0(s2)
        li t6, 0x2222222222222222
        bne a0, t6, fail
        ld a0, 0x7f8(s2)
        li t6, 0x2222222222222222
        bne a0, t6, fail
        li a0, 0
exit:   li a7, 93
        ecall
fail:   li a0, 1
        j exit

        .data
        .fill 0x800, 1, 0x11
cell:   .fill 0x1000, 1, 0x22       # a whole page
        .fill 0x800, 1, 0x33
