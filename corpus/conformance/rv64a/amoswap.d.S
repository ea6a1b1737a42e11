/* rvrelay case 1
 * title: AMOSWAP.D puts rs2 into memory and gives the old value
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amoswap.d, 0,                  0,                  0,                  0)
AMO( 2, amoswap.d, 0,                  1,                  0,                  1)
AMO( 3, amoswap.d, 1,                  0,                  1,                  0)
AMO( 4, amoswap.d, 1,                  1,                  1,                  1)
AMO( 5, amoswap.d, 1,                  0xffffffffffffffff, 1,                  0xffffffffffffffff)
AMO( 6, amoswap.d, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 1)
AMO( 7, amoswap.d, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amoswap.d, 5,                  7,                  5,                  7)
AMO( 9, amoswap.d, 7,                  5,                  7,                  5)
AMO(10, amoswap.d, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 7)
AMO(11, amoswap.d, 5,                  0xfffffffffffffff9, 5,                  0xfffffffffffffff9)
AMO(12, amoswap.d, 0x8000000000000000, 1,                  0x8000000000000000, 1)
AMO(13, amoswap.d, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000, 0xffffffffffffffff)
AMO(14, amoswap.d, 0x7fffffffffffffff, 1,                  0x7fffffffffffffff, 1)
AMO(15, amoswap.d, 0x7fffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff, 0xffffffffffffffff)
AMO(16, amoswap.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
AMO(17, amoswap.d, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000)
AMO(18, amoswap.d, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
AMO(19, amoswap.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
AMO(20, amoswap.d, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa)
AMO(21, amoswap.d, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210)
AMO(22, amoswap.d, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)

/* which registers */
AMO_RD_IS_RS2(23, amoswap.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_RD_IS_RS1(24, amoswap.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_RS2_IS_X0(25, amoswap.d, 0x1122334485f63c5a, 0x1122334485f63c5a, 0)
AMO_RD_IS_X0( 26, amoswap.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x9abcdef0479b66a3)
AMO_IN(       27, amoswap.d, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_IN(       28, amoswap.d, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_IN(       29, amoswap.d, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)

/* aq and rl change nothing */
AMO(30, amoswap.d.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO(31, amoswap.d.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO(32, amoswap.d.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)

END

CELL
