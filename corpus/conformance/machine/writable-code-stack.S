/* rvrelay case 1
 * title: Without W^X code on the stack can be executed
 * write-xor-execute: no
 * expect: exit 0
 * expect-flags: 1023 D
 */
#include "../check.h"

BEGIN
        addi sp, sp, -16
        li t0, 0x00750513           # addi a0, a0, 7
        sw t0, 0(sp)
        li t0, 0x00008067           # ret
        sw t0, 4(sp)
        li a0, 1
        jalr sp
        CHECK(1, a0, 8)
END
