/* rvrelay case 1
 * title: A page that is made executable can be called
 * expect: exit 0
 * expect-flags: 768 DX
 * system-calls: 9003
 */
#include "../check.h"

BEGIN
        li s0, 0x300000
        li t1, 0x00500513           # li a0, 5
        sw t1, 0(s0)
        li t1, 0x00008067           # ret
        sw t1, 4(s0)
        li a0, 0x300
        li a1, 2
        li a7, 9003
        ecall
        CHECK(1, a0, 0)
        jalr s0
        CHECK(2, a0, 5)
END
