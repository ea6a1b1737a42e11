/* rvrelay case 1
 * title: AMOMAX.W keeps the greater of signed words in memory and gives the old value, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amomax.w, 0,                  0,                  0,                  0)
AMO( 2, amomax.w, 0,                  1,                  0,                  1)
AMO( 3, amomax.w, 1,                  0,                  1,                  1)
AMO( 4, amomax.w, 1,                  1,                  1,                  1)
AMO( 5, amomax.w, 1,                  0xffffffffffffffff, 1,                  1)
AMO( 6, amomax.w, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xffffffff00000001)
AMO( 7, amomax.w, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amomax.w, 5,                  7,                  5,                  7)
AMO( 9, amomax.w, 7,                  5,                  7,                  7)
AMO(10, amomax.w, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xffffffff00000007)
AMO(11, amomax.w, 5,                  0xfffffffffffffff9, 5,                  5)
AMO(12, amomax.w, 0x80000000,         1,                  0xffffffff80000000, 1)
AMO(13, amomax.w, 0x80000000,         0xffffffffffffffff, 0xffffffff80000000, 0xffffffff)
AMO(14, amomax.w, 0x7fffffff,         1,                  0x7fffffff,         0x7fffffff)
AMO(15, amomax.w, 0x7fffffff,         0xffffffffffffffff, 0x7fffffff,         0x7fffffff)
AMO(16, amomax.w, 0x80000000,         0x7fffffff,         0xffffffff80000000, 0x7fffffff)
AMO(17, amomax.w, 0x7fffffff,         0x80000000,         0x7fffffff,         0x7fffffff)
AMO(18, amomax.w, 0x80000000,         0x80000000,         0xffffffff80000000, 0x80000000)
AMO(19, amomax.w, 0xffffffff80000000, 0x7fffffff,         0xffffffff80000000, 0xffffffff7fffffff)
AMO(20, amomax.w, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x55555555,         0x5555555555555555)
AMO(21, amomax.w, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffff89abcdef, 0x0123456776543210)
AMO(22, amomax.w, 0xfedcba9876543210, 0x0123456789abcdef, 0x76543210,         0xfedcba9876543210)

/* rd is sign-extended, the upper half of rs2 does not matter, the upper half of the doubleword stays */
AMO(23, amomax.w, 0x1122334480000001, 0xdeadbeef00000001, 0xffffffff80000001, 0x1122334400000001)
AMO(24, amomax.w, 0x112233447fffffff, 0xdeadbeefffffffff, 0x7fffffff,         0x112233447fffffff)
AMO(25, amomax.w, 0x0000000180000000, 0x7fffffff00000000, 0xffffffff80000000, 0x0000000100000000)
AMO(26, amomax.w, 0xffffffff00000000, 0x80000000,         0,                  0xffffffff00000000)
AMO(27, amomax.w, 0xffffffff,         0xffffffff00000000, 0xffffffffffffffff, 0)

/* which registers */
AMO_RD_IS_RS2(28, amomax.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_RD_IS_RS1(29, amomax.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_RS2_IS_X0(30, amomax.w, 0x1122334485f63c5a, 0xffffffff85f63c5a, 0x1122334400000000)
AMO_RD_IS_X0( 31, amomax.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x11223344479b66a3)
AMO_IN(       32, amomax.w, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_IN(       33, amomax.w, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_IN(       34, amomax.w, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)

/* aq and rl change nothing */
AMO(35, amomax.w.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO(36, amomax.w.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO(37, amomax.w.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)

END

CELL
