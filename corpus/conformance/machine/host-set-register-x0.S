/* rvrelay case 1
 * title: A value that the host stores in x0 is read by instructions, and not written by them
 * expect: exit 0
 * expect-register: zero 0x7
 * expect-register: s0 0xe
 * system-calls: 9009
 */
#include "../check.h"

BEGIN
        li a0, 0
        li a1, 7
        li a7, 9009
        ecall
        add s0, x0, x0
        addi x0, s0, 1
        sub a7, a7, a7
        addi a7, a7, 93
        ecall
