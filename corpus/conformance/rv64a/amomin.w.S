/* rvrelay case 1
 * title: AMOMIN.W keeps the lesser of signed words in memory and gives the old value, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amomin.w, 0,                  0,                  0,                  0)
AMO( 2, amomin.w, 0,                  1,                  0,                  0)
AMO( 3, amomin.w, 1,                  0,                  1,                  0)
AMO( 4, amomin.w, 1,                  1,                  1,                  1)
AMO( 5, amomin.w, 1,                  0xffffffffffffffff, 1,                  0xffffffff)
AMO( 6, amomin.w, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xffffffffffffffff)
AMO( 7, amomin.w, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amomin.w, 5,                  7,                  5,                  5)
AMO( 9, amomin.w, 7,                  5,                  7,                  5)
AMO(10, amomin.w, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xfffffffffffffffb)
AMO(11, amomin.w, 5,                  0xfffffffffffffff9, 5,                  0xfffffff9)
AMO(12, amomin.w, 0x80000000,         1,                  0xffffffff80000000, 0x80000000)
AMO(13, amomin.w, 0x80000000,         0xffffffffffffffff, 0xffffffff80000000, 0x80000000)
AMO(14, amomin.w, 0x7fffffff,         1,                  0x7fffffff,         1)
AMO(15, amomin.w, 0x7fffffff,         0xffffffffffffffff, 0x7fffffff,         0xffffffff)
AMO(16, amomin.w, 0x80000000,         0x7fffffff,         0xffffffff80000000, 0x80000000)
AMO(17, amomin.w, 0x7fffffff,         0x80000000,         0x7fffffff,         0x80000000)
AMO(18, amomin.w, 0x80000000,         0x80000000,         0xffffffff80000000, 0x80000000)
AMO(19, amomin.w, 0xffffffff80000000, 0x7fffffff,         0xffffffff80000000, 0xffffffff80000000)
AMO(20, amomin.w, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x55555555,         0x55555555aaaaaaaa)
AMO(21, amomin.w, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffff89abcdef, 0x0123456789abcdef)
AMO(22, amomin.w, 0xfedcba9876543210, 0x0123456789abcdef, 0x76543210,         0xfedcba9889abcdef)

/* rd is sign-extended, the upper half of rs2 does not matter, the upper half of the doubleword stays */
AMO(23, amomin.w, 0x1122334480000001, 0xdeadbeef00000001, 0xffffffff80000001, 0x1122334480000001)
AMO(24, amomin.w, 0x112233447fffffff, 0xdeadbeefffffffff, 0x7fffffff,         0x11223344ffffffff)
AMO(25, amomin.w, 0x0000000180000000, 0x7fffffff00000000, 0xffffffff80000000, 0x0000000180000000)
AMO(26, amomin.w, 0xffffffff00000000, 0x80000000,         0,                  0xffffffff80000000)
AMO(27, amomin.w, 0xffffffff,         0xffffffff00000000, 0xffffffffffffffff, 0xffffffff)

/* which registers */
AMO_RD_IS_RS2(28, amomin.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_RS1(29, amomin.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_RS2_IS_X0(30, amomin.w, 0x1122334485f63c5a, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_X0( 31, amomin.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a)
AMO_IN(       32, amomin.w, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_IN(       33, amomin.w, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_IN(       34, amomin.w, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)

/* aq and rl change nothing */
AMO(35, amomin.w.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO(36, amomin.w.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO(37, amomin.w.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)

END

CELL
