/* rvrelay case 1
 * title: Without W^X flags that a host sets forbid neither stores nor fetches
 * write-xor-execute: no
 * expect: exit 0
 * expect-flags: 512 DXF
 * system-calls: 9003
 */
#include "../check.h"

BEGIN
        li s0, 0x200000
        li a0, 512
        li a1, 3
        li a7, 9003
        ecall
        CHECK(1, a0, 0)
        li t0, 0x00500513           # li a0, 5
        sw t0, 0(s0)
        li t0, 0x00008067           # ret
        sw t0, 4(s0)
        jalr s0
        CHECK(2, a0, 5)
END
