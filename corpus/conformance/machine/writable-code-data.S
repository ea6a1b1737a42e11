/* rvrelay case 1
 * title: Without W^X data can be executed as it was loaded, and data pages are not executable for that
 * write-xor-execute: no
 * section: .data 0x40000
 * expect: exit 0
 * expect-flags: 64 D
 */
#include "../check.h"

BEGIN
        la s0, routine
        jalr s0
        CHECK(1, a0, 5)
END

        .data
routine:
        .word 0x00500513            # li a0, 5
        .word 0x00008067            # ret
