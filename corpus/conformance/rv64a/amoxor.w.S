/* rvrelay case 1
 * title: AMOXOR.W XORs the low word of rs2 into memory and gives the old value, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amoxor.w, 0,                  0,                  0,                  0)
AMO( 2, amoxor.w, 0,                  1,                  0,                  1)
AMO( 3, amoxor.w, 1,                  0,                  1,                  1)
AMO( 4, amoxor.w, 1,                  1,                  1,                  0)
AMO( 5, amoxor.w, 1,                  0xffffffffffffffff, 1,                  0xfffffffe)
AMO( 6, amoxor.w, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xfffffffffffffffe)
AMO( 7, amoxor.w, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffff00000000)
AMO( 8, amoxor.w, 5,                  7,                  5,                  2)
AMO( 9, amoxor.w, 7,                  5,                  7,                  2)
AMO(10, amoxor.w, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xfffffffffffffffc)
AMO(11, amoxor.w, 5,                  0xfffffffffffffff9, 5,                  0xfffffffc)
AMO(12, amoxor.w, 0x80000000,         1,                  0xffffffff80000000, 0x80000001)
AMO(13, amoxor.w, 0x80000000,         0xffffffffffffffff, 0xffffffff80000000, 0x7fffffff)
AMO(14, amoxor.w, 0x7fffffff,         1,                  0x7fffffff,         0x7ffffffe)
AMO(15, amoxor.w, 0x7fffffff,         0xffffffffffffffff, 0x7fffffff,         0x80000000)
AMO(16, amoxor.w, 0x80000000,         0x7fffffff,         0xffffffff80000000, 0xffffffff)
AMO(17, amoxor.w, 0x7fffffff,         0x80000000,         0x7fffffff,         0xffffffff)
AMO(18, amoxor.w, 0x80000000,         0x80000000,         0xffffffff80000000, 0)
AMO(19, amoxor.w, 0xffffffff80000000, 0x7fffffff,         0xffffffff80000000, 0xffffffffffffffff)
AMO(20, amoxor.w, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x55555555,         0x55555555ffffffff)
AMO(21, amoxor.w, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffff89abcdef, 0x01234567ffffffff)
AMO(22, amoxor.w, 0xfedcba9876543210, 0x0123456789abcdef, 0x76543210,         0xfedcba98ffffffff)

/* rd is sign-extended, the upper half of rs2 does not matter, the upper half of the doubleword stays */
AMO(23, amoxor.w, 0x1122334480000001, 0xdeadbeef00000001, 0xffffffff80000001, 0x1122334480000000)
AMO(24, amoxor.w, 0x112233447fffffff, 0xdeadbeefffffffff, 0x7fffffff,         0x1122334480000000)
AMO(25, amoxor.w, 0x0000000180000000, 0x7fffffff00000000, 0xffffffff80000000, 0x0000000180000000)
AMO(26, amoxor.w, 0xffffffff00000000, 0x80000000,         0,                  0xffffffff80000000)
AMO(27, amoxor.w, 0xffffffff,         0xffffffff00000000, 0xffffffffffffffff, 0xffffffff)

/* which registers */
AMO_RD_IS_RS2(28, amoxor.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c26d5af9)
AMO_RD_IS_RS1(29, amoxor.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c26d5af9)
AMO_RS2_IS_X0(30, amoxor.w, 0x1122334485f63c5a, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_X0( 31, amoxor.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x11223344c26d5af9)
AMO_IN(       32, amoxor.w, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c26d5af9)
AMO_IN(       33, amoxor.w, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c26d5af9)
AMO_IN(       34, amoxor.w, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c26d5af9)

/* aq and rl change nothing */
AMO(35, amoxor.w.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c26d5af9)
AMO(36, amoxor.w.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c26d5af9)
AMO(37, amoxor.w.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x11223344c26d5af9)

END

CELL
