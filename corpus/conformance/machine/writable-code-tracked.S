/* rvrelay case 1
 * title: Without W^X a store makes a code page that was tracked dirty
 * write-xor-execute: no
 * section: .more 0x40000
 * expect: exit 0
 * expect-flags: 64 D
 * expect-flags: 65 -
 */
#include "../check.h"

BEGIN
        la s0, routine
        li t0, 0x00500513           # li a0, 5
        sw t0, 0(s0)
        jalr s0
        CHECK(1, a0, 5)
END

        .section .more, "ax"
routine:
        li a0, 4
        ret
        .skip 4096 - 8
        .skip 4096
