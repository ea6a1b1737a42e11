/* rvrelay case 1
 * title: AMOMAXU.W keeps the greater of unsigned words in memory and gives the old value, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amomaxu.w, 0,                  0,                  0,                  0)
AMO( 2, amomaxu.w, 0,                  1,                  0,                  1)
AMO( 3, amomaxu.w, 1,                  0,                  1,                  1)
AMO( 4, amomaxu.w, 1,                  1,                  1,                  1)
AMO( 5, amomaxu.w, 1,                  0xffffffffffffffff, 1,                  0xffffffff)
AMO( 6, amomaxu.w, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xffffffffffffffff)
AMO( 7, amomaxu.w, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amomaxu.w, 5,                  7,                  5,                  7)
AMO( 9, amomaxu.w, 7,                  5,                  7,                  7)
AMO(10, amomaxu.w, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xfffffffffffffffb)
AMO(11, amomaxu.w, 5,                  0xfffffffffffffff9, 5,                  0xfffffff9)
AMO(12, amomaxu.w, 0x80000000,         1,                  0xffffffff80000000, 0x80000000)
AMO(13, amomaxu.w, 0x80000000,         0xffffffffffffffff, 0xffffffff80000000, 0xffffffff)
AMO(14, amomaxu.w, 0x7fffffff,         1,                  0x7fffffff,         0x7fffffff)
AMO(15, amomaxu.w, 0x7fffffff,         0xffffffffffffffff, 0x7fffffff,         0xffffffff)
AMO(16, amomaxu.w, 0x80000000,         0x7fffffff,         0xffffffff80000000, 0x80000000)
AMO(17, amomaxu.w, 0x7fffffff,         0x80000000,         0x7fffffff,         0x80000000)
AMO(18, amomaxu.w, 0x80000000,         0x80000000,         0xffffffff80000000, 0x80000000)
AMO(19, amomaxu.w, 0xffffffff80000000, 0x7fffffff,         0xffffffff80000000, 0xffffffff80000000)
AMO(20, amomaxu.w, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x55555555,         0x55555555aaaaaaaa)
AMO(21, amomaxu.w, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffff89abcdef, 0x0123456789abcdef)
AMO(22, amomaxu.w, 0xfedcba9876543210, 0x0123456789abcdef, 0x76543210,         0xfedcba9889abcdef)

/* rd is sign-extended, the upper half of rs2 does not matter, the upper half of the doubleword stays */
AMO(23, amomaxu.w, 0x1122334480000001, 0xdeadbeef00000001, 0xffffffff80000001, 0x1122334480000001)
AMO(24, amomaxu.w, 0x112233447fffffff, 0xdeadbeefffffffff, 0x7fffffff,         0x11223344ffffffff)
AMO(25, amomaxu.w, 0x0000000180000000, 0x7fffffff00000000, 0xffffffff80000000, 0x0000000180000000)
AMO(26, amomaxu.w, 0xffffffff00000000, 0x80000000,         0,                  0xffffffff80000000)
AMO(27, amomaxu.w, 0xffffffff,         0xffffffff00000000, 0xffffffffffffffff, 0xffffffff)

/* which registers */
AMO_RD_IS_RS2(28, amomaxu.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_RS1(29, amomaxu.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_RS2_IS_X0(30, amomaxu.w, 0x1122334485f63c5a, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_X0( 31, amomaxu.w, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a)
AMO_IN(       32, amomaxu.w, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_IN(       33, amomaxu.w, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO_IN(       34, amomaxu.w, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)

/* aq and rl change nothing */
AMO(35, amomaxu.w.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO(36, amomaxu.w.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)
AMO(37, amomaxu.w.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xffffffff85f63c5a, 0x1122334485f63c5a)

END

CELL
