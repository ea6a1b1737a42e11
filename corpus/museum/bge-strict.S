/* rvrelay case 1
 * title: bge of two equal registers is taken
 * expect: exit 0
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        li      t0, 5
        li      t1, 5
        bge     t0, t1, 1f
        li      a0, 1
1:      ecall
