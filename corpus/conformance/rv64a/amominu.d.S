/* rvrelay case 1
 * title: AMOMINU.D keeps the lesser of unsigned doublewords in memory and gives the old value
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amominu.d, 0,                  0,                  0,                  0)
AMO( 2, amominu.d, 0,                  1,                  0,                  0)
AMO( 3, amominu.d, 1,                  0,                  1,                  0)
AMO( 4, amominu.d, 1,                  1,                  1,                  1)
AMO( 5, amominu.d, 1,                  0xffffffffffffffff, 1,                  1)
AMO( 6, amominu.d, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 1)
AMO( 7, amominu.d, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amominu.d, 5,                  7,                  5,                  5)
AMO( 9, amominu.d, 7,                  5,                  7,                  5)
AMO(10, amominu.d, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 7)
AMO(11, amominu.d, 5,                  0xfffffffffffffff9, 5,                  5)
AMO(12, amominu.d, 0x8000000000000000, 1,                  0x8000000000000000, 1)
AMO(13, amominu.d, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000, 0x8000000000000000)
AMO(14, amominu.d, 0x7fffffffffffffff, 1,                  0x7fffffffffffffff, 1)
AMO(15, amominu.d, 0x7fffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff, 0x7fffffffffffffff)
AMO(16, amominu.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
AMO(17, amominu.d, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff, 0x7fffffffffffffff)
AMO(18, amominu.d, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
AMO(19, amominu.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
AMO(20, amominu.d, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x5555555555555555)
AMO(21, amominu.d, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef, 0x0123456789abcdef)
AMO(22, amominu.d, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)

/* which registers */
AMO_RD_IS_RS2(23, amominu.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_RS1(24, amominu.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_RS2_IS_X0(25, amominu.d, 0x1122334485f63c5a, 0x1122334485f63c5a, 0)
AMO_RD_IS_X0( 26, amominu.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a)
AMO_IN(       27, amominu.d, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_IN(       28, amominu.d, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_IN(       29, amominu.d, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)

/* aq and rl change nothing */
AMO(30, amominu.d.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO(31, amominu.d.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO(32, amominu.d.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1122334485f63c5a)

END

CELL
