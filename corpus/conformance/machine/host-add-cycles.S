/* rvrelay case 1
 * title: Cycles that the host adds count
 * expect: exit 0
 * system-calls: 2042 9008
 */
#include "../check.h"

BEGIN
/* 1 (li a0) + 2 (li a7) + 500 + 1000, then 1 (li a7: 2042 is below 2048) + 500 */
        li a0, 1000
        li a7, 9008
        ecall
        mv s0, a0
        li a7, 2042
        ecall
        CHECK(1, s0, 0)
        CHECK(2, a0, 2005)
END
