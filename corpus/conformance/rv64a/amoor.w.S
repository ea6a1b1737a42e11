/* rvrelay case 1
 * title: AMOOR.W ORs the low word of rs2 into memory and gives the old value, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amoor.w, 0,                  0,                  0,                  0)
AMO( 2, amoor.w, 0,                  1,                  0,                  1)
AMO( 3, amoor.w, 1,                  0,                  1,                  1)
AMO( 4, amoor.w, 1,                  1,                  1,                  1)
AMO( 5, amoor.w, 1,                  0xffffffffffffffff, 1,                  0xffffffff)
AMO( 6, amoor.w, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xffffffffffffffff)
AMO( 7, amoor.w, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amoor.w, 5,                  7,                  5,                  7)
AMO( 9, amoor.w, 7,                  5,                  7,                  7)
AMO(10, amoor.w, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xffffffffffffffff)
AMO(11, amoor.w, 5,                  0xfffffffffffffff9, 5,                  0xfffffffd)
AMO(12, amoor.w, 0x80000000,         1,                  0xffffffff80000000, 0x80000001)
AMO(13, amoor.w, 0x80000000,         0xffffffffffffffff, 0xffffffff80000000, 0xffffffff)
AMO(14, amoor.w, 0x7fffffff,         1,                  0x7fffffff,         0x7fffffff)
AMO(15, amoor.w, 0x7fffffff,         0xffffffffffffffff, 0x7fffffff,         0xffffffff)
AMO(16, amoor.w, 0x80000000,         0x7fffffff,         0xffffffff80000000, 0xffffffff)
AMO(17, amoor.w, 0x7fffffff,         0x80000000,         0x7fffffff,         0xffffffff)
AMO(18, amoor.w, 0x80000000,         0x80000000,         0xffffffff80000000, 0x80000000)
AMO(19, amoor.w, 0xffffffff80000000, 0x7fffffff,         0xffffffff80000000, 0xffffffffffffffff)
AMO(20, amoor.w, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x55555555,         0x55555555ffffffff)
AMO(21, amoor.w, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffff89abcdef, 0x01234567ffffffff)
AMO(22, amoor.w, 0xfedcba9876543210, 0x0123456789abcdef, 0x76543210,         0xfedcba98ffffffff)

/* rd is sign-extended, the upper half of rs2 does not matter, the upper half of the doubleword stays */
AMO(23, amoor.w, 0x1122334480000001, 0xdeadbeef00000001, 0xffffffff80000001, 0x1122334480000001)
AMO(24, amoor.w, 0x112233447fffffff, 0xdeadbeefffffffff, 0x7fffffff,         0x11223344ffffffff)
AMO(25, amoor.w, 0x0000000180000000, 0x7fffffff00000000, 0xffffffff80000000, 0x0000000180000000)
AMO(26, amoor.w, 0xffffffff00000000, 0x80000000,         0,                  0xffffffff80000000)
AMO(27, amoor.w, 0xffffffff,         0xffffffff00000000, 0xffffffffffffffff, 0xffffffff)

/* which registers */
AMO_RD_IS_RS2(28, amoor.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c7ff7efb)
AMO_RD_IS_RS1(29, amoor.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c7ff7efb)
AMO_RS2_IS_X0(30, amoor.w, 0x1122334485f63c5a, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_X0( 31, amoor.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x11223344c7ff7efb)
AMO_IN(       32, amoor.w, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c7ff7efb)
AMO_IN(       33, amoor.w, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c7ff7efb)
AMO_IN(       34, amoor.w, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c7ff7efb)

/* aq and rl change nothing */
AMO(35, amoor.w.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c7ff7efb)
AMO(36, amoor.w.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c7ff7efb)
AMO(37, amoor.w.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c7ff7efb)

END

CELL
