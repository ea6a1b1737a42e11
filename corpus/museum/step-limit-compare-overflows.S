/* rvrelay case 1
 * title: a limit of 2^32 + 1 is more than a few hundred cycles
 * budget: 0x100000001
 * expect: exit 0
 */
        .globl _start
_start: li      a0, 0
        li      a7, 93
        ecall
