/* rvrelay case 1
 * title: AMOXOR.D XORs rs2 into memory and gives the old value
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amoxor.d, 0,                  0,                  0,                  0)
AMO( 2, amoxor.d, 0,                  1,                  0,                  1)
AMO( 3, amoxor.d, 1,                  0,                  1,                  1)
AMO( 4, amoxor.d, 1,                  1,                  1,                  0)
AMO( 5, amoxor.d, 1,                  0xffffffffffffffff, 1,                  0xfffffffffffffffe)
AMO( 6, amoxor.d, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xfffffffffffffffe)
AMO( 7, amoxor.d, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0)
AMO( 8, amoxor.d, 5,                  7,                  5,                  2)
AMO( 9, amoxor.d, 7,                  5,                  7,                  2)
AMO(10, amoxor.d, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xfffffffffffffffc)
AMO(11, amoxor.d, 5,                  0xfffffffffffffff9, 5,                  0xfffffffffffffffc)
AMO(12, amoxor.d, 0x8000000000000000, 1,                  0x8000000000000000, 0x8000000000000001)
AMO(13, amoxor.d, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
AMO(14, amoxor.d, 0x7fffffffffffffff, 1,                  0x7fffffffffffffff, 0x7ffffffffffffffe)
AMO(15, amoxor.d, 0x7fffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff, 0x8000000000000000)
AMO(16, amoxor.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0xffffffffffffffff)
AMO(17, amoxor.d, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff, 0xffffffffffffffff)
AMO(18, amoxor.d, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000, 0)
AMO(19, amoxor.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0xffffffffffffffff)
AMO(20, amoxor.d, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0xffffffffffffffff)
AMO(21, amoxor.d, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef, 0xffffffffffffffff)
AMO(22, amoxor.d, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)

/* which registers */
AMO_RD_IS_RS2(23, amoxor.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x8b9eedb4c26d5af9)
AMO_RD_IS_RS1(24, amoxor.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x8b9eedb4c26d5af9)
AMO_RS2_IS_X0(25, amoxor.d, 0x1122334485f63c5a, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_X0( 26, amoxor.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x8b9eedb4c26d5af9)
AMO_IN(       27, amoxor.d, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x8b9eedb4c26d5af9)
AMO_IN(       28, amoxor.d, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x8b9eedb4c26d5af9)
AMO_IN(       29, amoxor.d, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x8b9eedb4c26d5af9)

/* aq and rl change nothing */
AMO(30, amoxor.d.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x8b9eedb4c26d5af9)
AMO(31, amoxor.d.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x8b9eedb4c26d5af9)
AMO(32, amoxor.d.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x8b9eedb4c26d5af9)

END

CELL
