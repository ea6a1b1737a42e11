/* rvrelay case 1
 * title: AMOADD.W adds the low word of rs2 to memory and gives the old value, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amoadd.w, 0,                  0,                  0,                  0)
AMO( 2, amoadd.w, 0,                  1,                  0,                  1)
AMO( 3, amoadd.w, 1,                  0,                  1,                  1)
AMO( 4, amoadd.w, 1,                  1,                  1,                  2)
AMO( 5, amoadd.w, 1,                  0xffffffffffffffff, 1,                  0)
AMO( 6, amoadd.w, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xffffffff00000000)
AMO( 7, amoadd.w, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xfffffffffffffffe)
AMO( 8, amoadd.w, 5,                  7,                  5,                  0xc)
AMO( 9, amoadd.w, 7,                  5,                  7,                  0xc)
AMO(10, amoadd.w, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xffffffff00000002)
AMO(11, amoadd.w, 5,                  0xfffffffffffffff9, 5,                  0xfffffffe)
AMO(12, amoadd.w, 0x80000000,         1,                  0xffffffff80000000, 0x80000001)
AMO(13, amoadd.w, 0x80000000,         0xffffffffffffffff, 0xffffffff80000000, 0x7fffffff)
AMO(14, amoadd.w, 0x7fffffff,         1,                  0x7fffffff,         0x80000000)
AMO(15, amoadd.w, 0x7fffffff,         0xffffffffffffffff, 0x7fffffff,         0x7ffffffe)
AMO(16, amoadd.w, 0x80000000,         0x7fffffff,         0xffffffff80000000, 0xffffffff)
AMO(17, amoadd.w, 0x7fffffff,         0x80000000,         0x7fffffff,         0xffffffff)
AMO(18, amoadd.w, 0x80000000,         0x80000000,         0xffffffff80000000, 0)
AMO(19, amoadd.w, 0xffffffff80000000, 0x7fffffff,         0xffffffff80000000, 0xffffffffffffffff)
AMO(20, amoadd.w, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x55555555,         0x55555555ffffffff)
AMO(21, amoadd.w, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffff89abcdef, 0x01234567ffffffff)
AMO(22, amoadd.w, 0xfedcba9876543210, 0x0123456789abcdef, 0x76543210,         0xfedcba98ffffffff)

/* rd is sign-extended, the upper half of rs2 does not matter, the upper half of the doubleword stays */
AMO(23, amoadd.w, 0x1122334480000001, 0xdeadbeef00000001, 0xffffffff80000001, 0x1122334480000002)
AMO(24, amoadd.w, 0x112233447fffffff, 0xdeadbeefffffffff, 0x7fffffff,         0x112233447ffffffe)
AMO(25, amoadd.w, 0x0000000180000000, 0x7fffffff00000000, 0xffffffff80000000, 0x0000000180000000)
AMO(26, amoadd.w, 0xffffffff00000000, 0x80000000,         0,                  0xffffffff80000000)
AMO(27, amoadd.w, 0xffffffff,         0xffffffff00000000, 0xffffffffffffffff, 0xffffffff)

/* which registers */
AMO_RD_IS_RS2(28, amoadd.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344cd91a2fd)
AMO_RD_IS_RS1(29, amoadd.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344cd91a2fd)
AMO_RS2_IS_X0(30, amoadd.w, 0x1122334485f63c5a, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_X0( 31, amoadd.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x11223344cd91a2fd)
AMO_IN(       32, amoadd.w, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344cd91a2fd)
AMO_IN(       33, amoadd.w, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344cd91a2fd)
AMO_IN(       34, amoadd.w, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344cd91a2fd)

/* aq and rl change nothing */
AMO(35, amoadd.w.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344cd91a2fd)
AMO(36, amoadd.w.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344cd91a2fd)
AMO(37, amoadd.w.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344cd91a2fd)

END

CELL
