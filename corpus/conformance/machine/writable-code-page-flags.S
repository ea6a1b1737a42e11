/* rvrelay case 1
 * title: Without W^X loading leaves pages clean that come whole from the file, and no page is executable or frozen
 * write-xor-execute: no
 * section: .more 0x40000
 * expect: exit 0
 * expect-flags: 16 D
 * expect-flags: 64 -
 * expect-flags: 65 D
 */
#include "../check.h"

BEGIN
        la s0, routine
        jalr s0
        CHECK(1, a0, 5)
END

        .section .more, "ax"
routine:
        li a0, 5
        ret
        .skip 4096 - 8
        nop                         # the second page is not whole in the file
