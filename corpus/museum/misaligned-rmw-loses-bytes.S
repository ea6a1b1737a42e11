/* rvrelay case 1
 * title: SW in the middle of a doubleword leaves its other bytes alone
 * expect: exit 0
 * expect-register: t2 0x7766000000021100
 */
        .globl _start
_start: lla     t0, cell
        li      t1, 2
        sw      t1, 2(t0)
        ld      t2, 0(t0)
        li      a0, 0
        li      a7, 93
        ecall

        .data
        .balign 8
cell:   .dword  0x7766554433221100
