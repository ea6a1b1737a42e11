/* rvrelay case 1
 * title: what loading data cost is still spent in the next leg
 * source: 0x300000007 EwVQAGeAAAA=
 * cuts: 511
 * expect: exit 0
 * expect-cycles: 1012
 */
        .globl _start
_start: li      a0, 0x300000
        lla     a1, size
        li      a2, 0
        li      a3, 7
        li      a4, 3
        li      a7, 2092
        ecall                           # 508 cycles, and 2 for 8 bytes
        li      a0, 0
        li      a7, 93
        ecall

        .data
size:   .dword  8
