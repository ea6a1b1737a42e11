/* rvrelay case 1
 * title: AMOADD.D adds rs2 to memory and gives the old value
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amoadd.d, 0,                  0,                  0,                  0)
AMO( 2, amoadd.d, 0,                  1,                  0,                  1)
AMO( 3, amoadd.d, 1,                  0,                  1,                  1)
AMO( 4, amoadd.d, 1,                  1,                  1,                  2)
AMO( 5, amoadd.d, 1,                  0xffffffffffffffff, 1,                  0)
AMO( 6, amoadd.d, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0)
AMO( 7, amoadd.d, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xfffffffffffffffe)
AMO( 8, amoadd.d, 5,                  7,                  5,                  0xc)
AMO( 9, amoadd.d, 7,                  5,                  7,                  0xc)
AMO(10, amoadd.d, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 2)
AMO(11, amoadd.d, 5,                  0xfffffffffffffff9, 5,                  0xfffffffffffffffe)
AMO(12, amoadd.d, 0x8000000000000000, 1,                  0x8000000000000000, 0x8000000000000001)
AMO(13, amoadd.d, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
AMO(14, amoadd.d, 0x7fffffffffffffff, 1,                  0x7fffffffffffffff, 0x8000000000000000)
AMO(15, amoadd.d, 0x7fffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff, 0x7ffffffffffffffe)
AMO(16, amoadd.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0xffffffffffffffff)
AMO(17, amoadd.d, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff, 0xffffffffffffffff)
AMO(18, amoadd.d, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000, 0)
AMO(19, amoadd.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0xffffffffffffffff)
AMO(20, amoadd.d, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0xffffffffffffffff)
AMO(21, amoadd.d, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef, 0xffffffffffffffff)
AMO(22, amoadd.d, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)

/* which registers */
AMO_RD_IS_RS2(23, amoadd.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0xabdf1234cd91a2fd)
AMO_RD_IS_RS1(24, amoadd.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0xabdf1234cd91a2fd)
AMO_RS2_IS_X0(25, amoadd.d, 0x1122334485f63c5a, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_X0( 26, amoadd.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0xabdf1234cd91a2fd)
AMO_IN(       27, amoadd.d, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0xabdf1234cd91a2fd)
AMO_IN(       28, amoadd.d, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0xabdf1234cd91a2fd)
AMO_IN(       29, amoadd.d, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0xabdf1234cd91a2fd)

/* aq and rl change nothing */
AMO(30, amoadd.d.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0xabdf1234cd91a2fd)
AMO(31, amoadd.d.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0xabdf1234cd91a2fd)
AMO(32, amoadd.d.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0xabdf1234cd91a2fd)

END

CELL
