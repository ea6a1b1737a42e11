/* rvrelay case 1
 * title: FENCE is an instruction that does nothing
 * expect: exit 0
 */
        .globl _start
_start: fence   rw, rw
        li      a0, 0
        li      a7, 93
        ecall
