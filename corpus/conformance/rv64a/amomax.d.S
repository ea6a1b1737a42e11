/* rvrelay case 1
 * title: AMOMAX.D keeps the greater of signed doublewords in memory and gives the old value
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amomax.d, 0,                  0,                  0,                  0)
AMO( 2, amomax.d, 0,                  1,                  0,                  1)
AMO( 3, amomax.d, 1,                  0,                  1,                  1)
AMO( 4, amomax.d, 1,                  1,                  1,                  1)
AMO( 5, amomax.d, 1,                  0xffffffffffffffff, 1,                  1)
AMO( 6, amomax.d, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 1)
AMO( 7, amomax.d, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amomax.d, 5,                  7,                  5,                  7)
AMO( 9, amomax.d, 7,                  5,                  7,                  7)
AMO(10, amomax.d, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 7)
AMO(11, amomax.d, 5,                  0xfffffffffffffff9, 5,                  5)
AMO(12, amomax.d, 0x8000000000000000, 1,                  0x8000000000000000, 1)
AMO(13, amomax.d, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000, 0xffffffffffffffff)
AMO(14, amomax.d, 0x7fffffffffffffff, 1,                  0x7fffffffffffffff, 0x7fffffffffffffff)
AMO(15, amomax.d, 0x7fffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff, 0x7fffffffffffffff)
AMO(16, amomax.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
AMO(17, amomax.d, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff, 0x7fffffffffffffff)
AMO(18, amomax.d, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
AMO(19, amomax.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
AMO(20, amomax.d, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x5555555555555555)
AMO(21, amomax.d, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef, 0x0123456789abcdef)
AMO(22, amomax.d, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)

/* which registers */
AMO_RD_IS_RS2(23, amomax.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_RS1(24, amomax.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_RS2_IS_X0(25, amomax.d, 0x1122334485f63c5a, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_X0( 26, amomax.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a)
AMO_IN(       27, amomax.d, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_IN(       28, amomax.d, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_IN(       29, amomax.d, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)

/* aq and rl change nothing */
AMO(30, amomax.d.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO(31, amomax.d.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO(32, amomax.d.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)

END

CELL
