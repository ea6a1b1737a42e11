/* rvrelay case 1
 * title: Without W^X a program changes instructions ahead of it on its own page before they are executed
 * write-xor-execute: no
 * expect: exit 0
 * expect-flags: 16 D
 */
#include "../check.h"

BEGIN
        la s0, changed
        li t0, 0x00500513           # li a0, 5
        sw t0, 0(s0)
        j changed                   # engines that decode a block at once begin another one here
        NEVER(1)
changed:
        li a0, 4
        j behind
behind:
        CHECK(2, a0, 5)
END
