/* rvrelay case 1
 * title: AMOAND.W ANDs the low word of rs2 into memory and gives the old value, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amoand.w, 0,                  0,                  0,                  0)
AMO( 2, amoand.w, 0,                  1,                  0,                  0)
AMO( 3, amoand.w, 1,                  0,                  1,                  0)
AMO( 4, amoand.w, 1,                  1,                  1,                  1)
AMO( 5, amoand.w, 1,                  0xffffffffffffffff, 1,                  1)
AMO( 6, amoand.w, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xffffffff00000001)
AMO( 7, amoand.w, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amoand.w, 5,                  7,                  5,                  5)
AMO( 9, amoand.w, 7,                  5,                  7,                  5)
AMO(10, amoand.w, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xffffffff00000003)
AMO(11, amoand.w, 5,                  0xfffffffffffffff9, 5,                  1)
AMO(12, amoand.w, 0x80000000,         1,                  0xffffffff80000000, 0)
AMO(13, amoand.w, 0x80000000,         0xffffffffffffffff, 0xffffffff80000000, 0x80000000)
AMO(14, amoand.w, 0x7fffffff,         1,                  0x7fffffff,         1)
AMO(15, amoand.w, 0x7fffffff,         0xffffffffffffffff, 0x7fffffff,         0x7fffffff)
AMO(16, amoand.w, 0x80000000,         0x7fffffff,         0xffffffff80000000, 0)
AMO(17, amoand.w, 0x7fffffff,         0x80000000,         0x7fffffff,         0)
AMO(18, amoand.w, 0x80000000,         0x80000000,         0xffffffff80000000, 0x80000000)
AMO(19, amoand.w, 0xffffffff80000000, 0x7fffffff,         0xffffffff80000000, 0xffffffff00000000)
AMO(20, amoand.w, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x55555555,         0x5555555500000000)
AMO(21, amoand.w, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffff89abcdef, 0x0123456700000000)
AMO(22, amoand.w, 0xfedcba9876543210, 0x0123456789abcdef, 0x76543210,         0xfedcba9800000000)

/* rd is sign-extended, the upper half of rs2 does not matter, the upper half of the doubleword stays */
AMO(23, amoand.w, 0x1122334480000001, 0xdeadbeef00000001, 0xffffffff80000001, 0x1122334400000001)
AMO(24, amoand.w, 0x112233447fffffff, 0xdeadbeefffffffff, 0x7fffffff,         0x112233447fffffff)
AMO(25, amoand.w, 0x0000000180000000, 0x7fffffff00000000, 0xffffffff80000000, 0x0000000100000000)
AMO(26, amoand.w, 0xffffffff00000000, 0x80000000,         0,                  0xffffffff00000000)
AMO(27, amoand.w, 0xffffffff,         0xffffffff00000000, 0xffffffffffffffff, 0)

/* which registers */
AMO_RD_IS_RS2(28, amoand.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334405922402)
AMO_RD_IS_RS1(29, amoand.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334405922402)
AMO_RS2_IS_X0(30, amoand.w, 0x1122334485f63c5a, 0xffffffff85f63c5a, 0x1122334400000000)
AMO_RD_IS_X0( 31, amoand.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334405922402)
AMO_IN(       32, amoand.w, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334405922402)
AMO_IN(       33, amoand.w, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334405922402)
AMO_IN(       34, amoand.w, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334405922402)

/* aq and rl change nothing */
AMO(35, amoand.w.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334405922402)
AMO(36, amoand.w.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334405922402)
AMO(37, amoand.w.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334405922402)

END

CELL
