/* rvrelay case 1
 * title: LUI and ADDIW build words up to 0x7fffffff: the sum wraps as a word
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        lui a0, 0x80000
        addiw a0, a0, -1
        srli a1, a0, 31                 /* no constant to compare with: it would be built the same way */
        CHECK(1, a1, 0)
        addi a0, a0, 1
        slli a0, a0, 32
        srli a0, a0, 63
        CHECK(2, a0, 1)

/* ADDI keeps the sign of LUI */
        lui a0, 0x80000
        addi a0, a0, -1
        srai a0, a0, 31
        CHECK(3, a0, -2)
END
