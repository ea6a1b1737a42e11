/* rvrelay case 1
 * title: SC succeeds where the run was resumed between LR and SC
 * expect: exit 0
 * cost: constant
 * cuts: 3
 */
        .globl _start
_start: la      t0, word
        lr.w    t1, (t0)
        sc.w    a0, t1, (t0)        # 0: it was stored
        li      a7, 93
        ecall
        .data
word:   .word   0
