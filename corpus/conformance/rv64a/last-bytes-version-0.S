/* rvrelay case 1
 * title: LR, SC and AMOs reach the last bytes of memory in version 0, too
 * version: 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a1, 0x400000 - 8
        lr.d a0, (a1)
        CHECK(1, a0, 0)
        li a2, 0x0123456789abcdef
        sc.d a0, a2, (a1)
        CHECK(2, a0, 0)
        amoadd.d a0, a2, (a1)
        CHECK(3, a0, 0x0123456789abcdef)
        addi a1, a1, 4
        lr.w a0, (a1)
        CHECK(4, a0, 0x02468acf)
        sc.w a0, x0, (a1)
        CHECK(5, a0, 0)
        amoswap.w a0, a2, (a1)
        CHECK(6, a0, 0)
END
