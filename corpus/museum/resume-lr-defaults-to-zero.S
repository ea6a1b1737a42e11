/* rvrelay case 1
 * title: SC at address 0 fails behind a cut where nothing is reserved
 * expect: exit 1
 * cost: constant
 * cuts: 1
 * expect-reservation: none
 */
        .globl _start
_start: li      t1, 42              # cut behind it
        sc.w    a0, t1, (zero)
        li      a7, 93
        ecall
