/* rvrelay case 1
 * title: ADD.UW takes the low word of rs1 and all of rs2
 * expect: exit 0
 * expect-register: s0 0x100000001
 */
        .globl _start
_start: li      a1, 0xffffffff00000001
        li      a2, 0x100000000
        add.uw  s0, a1, a2
        li      a0, 0
        li      a7, 93
        ecall
