/* rvrelay case 1
 * title: AMOMIN.D keeps the lesser of signed doublewords in memory and gives the old value
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amomin.d, 0,                  0,                  0,                  0)
AMO( 2, amomin.d, 0,                  1,                  0,                  0)
AMO( 3, amomin.d, 1,                  0,                  1,                  0)
AMO( 4, amomin.d, 1,                  1,                  1,                  1)
AMO( 5, amomin.d, 1,                  0xffffffffffffffff, 1,                  0xffffffffffffffff)
AMO( 6, amomin.d, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xffffffffffffffff)
AMO( 7, amomin.d, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amomin.d, 5,                  7,                  5,                  5)
AMO( 9, amomin.d, 7,                  5,                  7,                  5)
AMO(10, amomin.d, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xfffffffffffffffb)
AMO(11, amomin.d, 5,                  0xfffffffffffffff9, 5,                  0xfffffffffffffff9)
AMO(12, amomin.d, 0x8000000000000000, 1,                  0x8000000000000000, 0x8000000000000000)
AMO(13, amomin.d, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000, 0x8000000000000000)
AMO(14, amomin.d, 0x7fffffffffffffff, 1,                  0x7fffffffffffffff, 1)
AMO(15, amomin.d, 0x7fffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff, 0xffffffffffffffff)
AMO(16, amomin.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0x8000000000000000)
AMO(17, amomin.d, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000)
AMO(18, amomin.d, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
AMO(19, amomin.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0x8000000000000000)
AMO(20, amomin.d, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa)
AMO(21, amomin.d, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210)
AMO(22, amomin.d, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)

/* which registers */
AMO_RD_IS_RS2(23, amomin.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_RD_IS_RS1(24, amomin.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_RS2_IS_X0(25, amomin.d, 0x1122334485f63c5a, 0x1122334485f63c5a, 0)
AMO_RD_IS_X0( 26, amomin.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x9abcdef0479b66a3)
AMO_IN(       27, amomin.d, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_IN(       28, amomin.d, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_IN(       29, amomin.d, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)

/* aq and rl change nothing */
AMO(30, amomin.d.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO(31, amomin.d.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO(32, amomin.d.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)

END

CELL
