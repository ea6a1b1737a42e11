/* rvrelay case 1
 * title: Without W^X a piece of data can be loaded and executed
 * write-xor-execute: no
 * source: 0x300000007 EwVQAGeAAAA=
 * expect: exit 0
 * expect-flags: 768 D
 */
#include "../check.h"

BEGIN
        addi sp, sp, -16
        li t0, 8
        sd t0, 0(sp)
        li a0, 0x300000
        mv a1, sp
        li a2, 0
        li a3, 7
        li a4, 3
        li a7, 2092
        ecall
        CHECK(1, a0, 0)
        li s0, 0x300000
        jalr s0
        CHECK(2, a0, 5)
END
