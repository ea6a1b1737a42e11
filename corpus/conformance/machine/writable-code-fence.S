/* rvrelay case 1
 * title: Without W^X a FENCE.I between a store and the instruction it changed suffices
 * write-xor-execute: no
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        la s0, changed
        li t0, 0x00500513           # li a0, 5
        sw t0, 0(s0)
        fence.i
changed:
        li a0, 4
        CHECK(1, a0, 5)
END
