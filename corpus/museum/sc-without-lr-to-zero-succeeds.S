/* rvrelay case 1
 * title: SC to address 0 fails where nothing was reserved
 * expect: exit 1
 */
        .globl _start
_start: li      t0, 7
        sc.w    a0, t0, (zero)
        li      a7, 93
        ecall
