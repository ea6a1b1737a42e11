/* rvrelay case 1
 * title: AMOMINU.W keeps the lesser of unsigned words in memory and gives the old value, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amominu.w, 0,                  0,                  0,                  0)
AMO( 2, amominu.w, 0,                  1,                  0,                  0)
AMO( 3, amominu.w, 1,                  0,                  1,                  0)
AMO( 4, amominu.w, 1,                  1,                  1,                  1)
AMO( 5, amominu.w, 1,                  0xffffffffffffffff, 1,                  1)
AMO( 6, amominu.w, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xffffffff00000001)
AMO( 7, amominu.w, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amominu.w, 5,                  7,                  5,                  5)
AMO( 9, amominu.w, 7,                  5,                  7,                  5)
AMO(10, amominu.w, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xffffffff00000007)
AMO(11, amominu.w, 5,                  0xfffffffffffffff9, 5,                  5)
AMO(12, amominu.w, 0x80000000,         1,                  0xffffffff80000000, 1)
AMO(13, amominu.w, 0x80000000,         0xffffffffffffffff, 0xffffffff80000000, 0x80000000)
AMO(14, amominu.w, 0x7fffffff,         1,                  0x7fffffff,         1)
AMO(15, amominu.w, 0x7fffffff,         0xffffffffffffffff, 0x7fffffff,         0x7fffffff)
AMO(16, amominu.w, 0x80000000,         0x7fffffff,         0xffffffff80000000, 0x7fffffff)
AMO(17, amominu.w, 0x7fffffff,         0x80000000,         0x7fffffff,         0x7fffffff)
AMO(18, amominu.w, 0x80000000,         0x80000000,         0xffffffff80000000, 0x80000000)
AMO(19, amominu.w, 0xffffffff80000000, 0x7fffffff,         0xffffffff80000000, 0xffffffff7fffffff)
AMO(20, amominu.w, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x55555555,         0x5555555555555555)
AMO(21, amominu.w, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffff89abcdef, 0x0123456776543210)
AMO(22, amominu.w, 0xfedcba9876543210, 0x0123456789abcdef, 0x76543210,         0xfedcba9876543210)

/* rd is sign-extended, the upper half of rs2 does not matter, the upper half of the doubleword stays */
AMO(23, amominu.w, 0x1122334480000001, 0xdeadbeef00000001, 0xffffffff80000001, 0x1122334400000001)
AMO(24, amominu.w, 0x112233447fffffff, 0xdeadbeefffffffff, 0x7fffffff,         0x112233447fffffff)
AMO(25, amominu.w, 0x0000000180000000, 0x7fffffff00000000, 0xffffffff80000000, 0x0000000100000000)
AMO(26, amominu.w, 0xffffffff00000000, 0x80000000,         0,                  0xffffffff00000000)
AMO(27, amominu.w, 0xffffffff,         0xffffffff00000000, 0xffffffffffffffff, 0)

/* which registers */
AMO_RD_IS_RS2(28, amominu.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_RD_IS_RS1(29, amominu.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_RS2_IS_X0(30, amominu.w, 0x1122334485f63c5a, 0xffffffff85f63c5a, 0x1122334400000000)
AMO_RD_IS_X0( 31, amominu.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x11223344479b66a3)
AMO_IN(       32, amominu.w, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_IN(       33, amominu.w, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO_IN(       34, amominu.w, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)

/* aq and rl change nothing */
AMO(35, amominu.w.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO(36, amominu.w.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)
AMO(37, amominu.w.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344479b66a3)

END

CELL
