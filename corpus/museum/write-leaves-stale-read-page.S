/* rvrelay case 1
 * title: the first store to a page that was loaded from is loaded
 * expect: exit 7
 */
        .globl _start
_start: li      t0, 0x300000
        lbu     t1, 0(t0)
        li      t1, 7
        sb      t1, 0(t0)
        lbu     a0, 0(t0)
        li      a7, 93
        ecall
