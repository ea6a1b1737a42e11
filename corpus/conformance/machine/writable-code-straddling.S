/* rvrelay case 1
 * title: Without W^X a store of code across a page border writes and marks both pages
 * write-xor-execute: no
 * expect: exit 0
 * expect-flags: 511 D
 * expect-flags: 512 D
 */
#include "../check.h"

BEGIN
        li s0, 0x200000 - 4
        li t0, 0x0000806700500513   # li a0, 5; ret
        sd t0, 0(s0)
        jalr s0
        CHECK(1, a0, 5)
        li s0, 0x200000 - 2
        li t0, 0x00600513           # li a0, 6, with its halves on two pages
        sw t0, 0(s0)
        li t0, 0x00008067           # ret
        sw t0, 4(s0)
        jalr s0
        CHECK(2, a0, 6)
END
