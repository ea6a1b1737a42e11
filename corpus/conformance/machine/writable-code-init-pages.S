/* rvrelay case 1
 * title: Without W^X filling asks for no alignment and adds no flags but dirty ones
 * write-xor-execute: no
 * source: 0x300000007 EwVQAGeAAAA=
 * expect: exit 0
 * expect-flags: 768 D
 * expect-flags: 769 -
 * system-calls: 9005
 */
#include "../check.h"

BEGIN
        li s0, 0x300000
        li s1, -1
        sd s1, 0(s0)
        sd s1, 8(s0)
        sd s1, 16(s0)
        addi a0, s0, 4              # four bytes of zeroes, eight of code
        li a1, 12
        li a2, 3
        li a3, 7
        li a4, 3
        li a5, 4
        li a7, 9005
        ecall
        CHECK(1, a0, 0)
        ld t1, 0(s0)
        CHECK(2, t1, 0xffffffff)
        ld t1, 16(s0)
        CHECK(3, t1, -1)
        addi s0, s0, 8
        jalr s0
        CHECK(4, a0, 5)
END
