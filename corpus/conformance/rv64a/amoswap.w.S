/* rvrelay case 1
 * title: AMOSWAP.W puts the low word of rs2 into memory and gives the old value, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amoswap.w, 0,                  0,                  0,                  0)
AMO( 2, amoswap.w, 0,                  1,                  0,                  1)
AMO( 3, amoswap.w, 1,                  0,                  1,                  0)
AMO( 4, amoswap.w, 1,                  1,                  1,                  1)
AMO( 5, amoswap.w, 1,                  0xffffffffffffffff, 1,                  0xffffffff)
AMO( 6, amoswap.w, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xffffffff00000001)
AMO( 7, amoswap.w, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amoswap.w, 5,                  7,                  5,                  7)
AMO( 9, amoswap.w, 7,                  5,                  7,                  5)
AMO(10, amoswap.w, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xffffffff00000007)
AMO(11, amoswap.w, 5,                  0xfffffffffffffff9, 5,                  0xfffffff9)
AMO(12, amoswap.w, 0x80000000,         1,                  0xffffffff80000000, 1)
AMO(13, amoswap.w, 0x80000000,         0xffffffffffffffff, 0xffffffff80000000, 0xffffffff)
AMO(14, amoswap.w, 0x7fffffff,         1,                  0x7fffffff,         1)
AMO(15, amoswap.w, 0x7fffffff,         0xffffffffffffffff, 0x7fffffff,         0xffffffff)
AMO(16, amoswap.w, 0x80000000,         0x7fffffff,         0xffffffff80000000, 0x7fffffff)
AMO(17, amoswap.w, 0x7fffffff,         0x80000000,         0x7fffffff,         0x80000000)
AMO(18, amoswap.w, 0x80000000,         0x80000000,         0xffffffff80000000, 0x80000000)
AMO(19, amoswap.w, 0xffffffff80000000, 0x7fffffff,         0xffffffff80000000, 0xffffffff7fffffff)
AMO(20, amoswap.w, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x55555555,         0x55555555aaaaaaaa)
AMO(21, amoswap.w, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffff89abcdef, 0x0123456776543210)
AMO(22, amoswap.w, 0xfedcba9876543210, 0x0123456789abcdef, 0x76543210,         0xfedcba9889abcdef)

/* rd is sign-extended, the upper half of rs2 does not matter, the upper half of the doubleword stays */
AMO(23, amoswap.w, 0x1122334480000001, 0xdeadbeef00000001, 0xffffffff80000001, 0x1122334400000001)
AMO(24, amoswap.w, 0x112233447fffffff, 0xdeadbeefffffffff, 0x7fffffff,         0x11223344ffffffff)
AMO(25, amoswap.w, 0x0000000180000000, 0x7fffffff00000000, 0xffffffff80000000, 0x0000000100000000)
AMO(26, amoswap.w, 0xffffffff00000000, 0x80000000,         0,                  0xffffffff80000000)
AMO(27, amoswap.w, 0xffffffff,         0xffffffff00000000, 0xffffffffffffffff, 0)

/* which registers */
AMO_RD_IS_RS2(28, amoswap.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_RD_IS_RS1(29, amoswap.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_RS2_IS_X0(30, amoswap.w, 0x1122334485f63c5a, 0xffffffff85f63c5a, 0x1122334400000000)
AMO_RD_IS_X0( 31, amoswap.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x11223344479b66a3)
AMO_IN(       32, amoswap.w, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_IN(       33, amoswap.w, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_IN(       34, amoswap.w, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)

/* aq and rl change nothing */
AMO(35, amoswap.w.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO(36, amoswap.w.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO(37, amoswap.w.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)

END

CELL
