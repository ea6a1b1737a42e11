/* rvrelay case 1
 * title: Code can be changed while its page is not executable, before it is executed
 * section: .changed 0x40000
 * expect: exit 0
 * expect-flags: 64 DXF
 * system-calls: 9003 9004
 */
#include "../check.h"

BEGIN
        la s0, routine
        srli s1, s0, 12
        mv a0, s1
        li a1, 2
        li a7, 9004
        ecall
        CHECK(1, a0, 0)
        li t1, 0x00500513           # li a0, 5
        sw t1, 0(s0)
        mv a0, s1
        li a1, 2
        li a7, 9003
        ecall
        jalr s0
        CHECK(2, a0, 5)
END

        .section .changed, "ax"
routine:
        li a0, 4
        ret
