/* rvrelay case 1
 * title: AMOAND.D ANDs rs2 into memory and gives the old value
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amoand.d, 0,                  0,                  0,                  0)
AMO( 2, amoand.d, 0,                  1,                  0,                  0)
AMO( 3, amoand.d, 1,                  0,                  1,                  0)
AMO( 4, amoand.d, 1,                  1,                  1,                  1)
AMO( 5, amoand.d, 1,                  0xffffffffffffffff, 1,                  1)
AMO( 6, amoand.d, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 1)
AMO( 7, amoand.d, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amoand.d, 5,                  7,                  5,                  5)
AMO( 9, amoand.d, 7,                  5,                  7,                  5)
AMO(10, amoand.d, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 3)
AMO(11, amoand.d, 5,                  0xfffffffffffffff9, 5,                  1)
AMO(12, amoand.d, 0x8000000000000000, 1,                  0x8000000000000000, 0)
AMO(13, amoand.d, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000, 0x8000000000000000)
AMO(14, amoand.d, 0x7fffffffffffffff, 1,                  0x7fffffffffffffff, 1)
AMO(15, amoand.d, 0x7fffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff, 0x7fffffffffffffff)
AMO(16, amoand.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0)
AMO(17, amoand.d, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff, 0)
AMO(18, amoand.d, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
AMO(19, amoand.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0)
AMO(20, amoand.d, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0)
AMO(21, amoand.d, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef, 0)
AMO(22, amoand.d, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210, 0)

/* which registers */
AMO_RD_IS_RS2(23, amoand.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1020124005922402)
AMO_RD_IS_RS1(24, amoand.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1020124005922402)
AMO_RS2_IS_X0(25, amoand.d, 0x1122334485f63c5a, 0x1122334485f63c5a, 0)
AMO_RD_IS_X0( 26, amoand.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1020124005922402)
AMO_IN(       27, amoand.d, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1020124005922402)
AMO_IN(       28, amoand.d, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1020124005922402)
AMO_IN(       29, amoand.d, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1020124005922402)

/* aq and rl change nothing */
AMO(30, amoand.d.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1020124005922402)
AMO(31, amoand.d.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1020124005922402)
AMO(32, amoand.d.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x1020124005922402)

END

CELL
