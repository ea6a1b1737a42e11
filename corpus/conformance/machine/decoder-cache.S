/* rvrelay case 1
 * title: Instructions at addresses that a decoder may confuse stay different
 * expect: exit 0
 */
#include "../check.h"

/* Copies of one routine, 512 bytes apart from label to label: they differ only in what they add to s0. */
#define ROUTINE(number) addi s0, s0, number; jr ra; .skip 512 - 8

BEGIN
        li s0, 0
        li s1, 3
1:      lla a1, routines
        .rept 3
        jalr ra, 0(a1)
        addi a1, a1, 512
        jalr ra, 0(a1)
        addi a1, a1, 1536
        jalr ra, 0(a1)
        addi a1, a1, -2048
        .endr
        addi s1, s1, -1
        bnez s1, 1b
        CHECK(1, s0, 3 * 3 * (1 + 20 + 500))
END

        .balign 512
routines:
        ROUTINE(1)
        ROUTINE(20)
        ROUTINE(300)
        ROUTINE(400)
        ROUTINE(500)
