/* rvrelay case 1
 * title: memory behind the data of a segment is still zero after a cut
 * cuts: 1000
 * leg-targets: 1 0
 * expect: exit 0
 */
        .globl _start
_start: li t1, 1000                 # where cuts are
1:      addi t1, t1, -1
        bnez t1, 1b
        la s2, behind + 4096
        ld a0, 0(s2)
        li t6, 0
        bne a0, t6, fail
        li a0, 0
exit:   li a7, 93
        ecall
fail:   li a0, 1
        j exit

        .data
        .fill 4096, 1, 0x11
        .bss
behind: .skip 8192
