/* rvrelay case 1
 * title: AMOMAXU.D keeps the greater of unsigned doublewords in memory and gives the old value
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amomaxu.d, 0,                  0,                  0,                  0)
AMO( 2, amomaxu.d, 0,                  1,                  0,                  1)
AMO( 3, amomaxu.d, 1,                  0,                  1,                  1)
AMO( 4, amomaxu.d, 1,                  1,                  1,                  1)
AMO( 5, amomaxu.d, 1,                  0xffffffffffffffff, 1,                  0xffffffffffffffff)
AMO( 6, amomaxu.d, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xffffffffffffffff)
AMO( 7, amomaxu.d, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amomaxu.d, 5,                  7,                  5,                  7)
AMO( 9, amomaxu.d, 7,                  5,                  7,                  7)
AMO(10, amomaxu.d, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xfffffffffffffffb)
AMO(11, amomaxu.d, 5,                  0xfffffffffffffff9, 5,                  0xfffffffffffffff9)
AMO(12, amomaxu.d, 0x8000000000000000, 1,                  0x8000000000000000, 0x8000000000000000)
AMO(13, amomaxu.d, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000, 0xffffffffffffffff)
AMO(14, amomaxu.d, 0x7fffffffffffffff, 1,                  0x7fffffffffffffff, 0x7fffffffffffffff)
AMO(15, amomaxu.d, 0x7fffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff, 0xffffffffffffffff)
AMO(16, amomaxu.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0x8000000000000000)
AMO(17, amomaxu.d, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000)
AMO(18, amomaxu.d, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
AMO(19, amomaxu.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0x8000000000000000)
AMO(20, amomaxu.d, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa)
AMO(21, amomaxu.d, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210)
AMO(22, amomaxu.d, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)

/* which registers */
AMO_RD_IS_RS2(23, amomaxu.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_RD_IS_RS1(24, amomaxu.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_RS2_IS_X0(25, amomaxu.d, 0x1122334485f63c5a, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_X0( 26, amomaxu.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x9abcdef0479b66a3)
AMO_IN(       27, amomaxu.d, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_IN(       28, amomaxu.d, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO_IN(       29, amomaxu.d, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)

/* aq and rl change nothing */
AMO(30, amomaxu.d.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO(31, amomaxu.d.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)
AMO(32, amomaxu.d.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9abcdef0479b66a3)

END

CELL
