/* rvrelay case 1
 * title: HINTs of the base instructions, those with rd = x0, do nothing
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 0x8123456789abcdef
        addi x0, a0, 1
        addi x0, x0, 5
        lui x0, 1
        auipc x0, 1
        andi x0, a0, 5
        ori x0, a0, 5
        .word 0x00006013                /* prefetch.i 0(x0) is ori x0, x0, 0 */
        .word 0x00156013                /* prefetch.r 0(a0) is ori x0, a0, 1 */
        xori x0, a0, 5
        add x0, a0, a0
        add x0, x0, x2                  /* ntl.p1 */
        add x0, x0, x5                  /* ntl.all */
        sub x0, a0, a0
        and x0, a0, a0
        or x0, a0, a0
        xor x0, a0, a0
        sll x0, a0, a0
        srl x0, a0, a0
        sra x0, a0, a0
        slt x0, x0, a0
        sltu x0, x0, a0
        slti x0, a0, 1
        sltiu x0, a0, 1
        slli x0, x0, 31                 /* the marks of semihosting, too */
        srai x0, x0, 7
        addiw x0, a0, 1
        addw x0, a0, a0
        CHECK(1, a0, 0x8123456789abcdef)
        CHECK(2, x0, 0)
END
