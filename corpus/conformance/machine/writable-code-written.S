/* rvrelay case 1
 * title: Without W^X a program writes code into data and calls it
 * write-xor-execute: no
 * expect: exit 0
 * expect-flags: 512 D
 */
#include "../check.h"

BEGIN
        li s0, 0x200000
        li t0, 0x00b50533           # add a0, a0, a1
        sw t0, 0(s0)
        li t0, 0x00008067           # ret
        sw t0, 4(s0)
        li a0, 30
        li a1, 12
        jalr s0
        CHECK(1, a0, 42)
END
