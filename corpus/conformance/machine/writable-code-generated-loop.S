/* rvrelay case 1
 * title: Without W^X a program writes a row of instructions, each from the one before it, and runs them once
 * write-xor-execute: no
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li s0, 0x200000
        li s1, 100
        li t0, 0x00150513           # addi a0, a0, 1
        li t1, 0x00100000           # 1 more in the immediate
        mv s2, s0
1:      sw t0, 0(s2)
        add t0, t0, t1
        addi s2, s2, 4
        addi s1, s1, -1
        bnez s1, 1b
        li t0, 0x00008067           # ret
        sw t0, 0(s2)
        li a0, 0
        jalr s0
        CHECK(1, a0, 5050)          # 1 + 2 + ... + 100
END
