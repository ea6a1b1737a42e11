/* rvrelay case 1
 * title: AMOOR.D ORs rs2 into memory and gives the old value
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* memory and rs2 */
AMO( 1, amoor.d, 0,                  0,                  0,                  0)
AMO( 2, amoor.d, 0,                  1,                  0,                  1)
AMO( 3, amoor.d, 1,                  0,                  1,                  1)
AMO( 4, amoor.d, 1,                  1,                  1,                  1)
AMO( 5, amoor.d, 1,                  0xffffffffffffffff, 1,                  0xffffffffffffffff)
AMO( 6, amoor.d, 0xffffffffffffffff, 1,                  0xffffffffffffffff, 0xffffffffffffffff)
AMO( 7, amoor.d, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
AMO( 8, amoor.d, 5,                  7,                  5,                  7)
AMO( 9, amoor.d, 7,                  5,                  7,                  7)
AMO(10, amoor.d, 0xfffffffffffffffb, 7,                  0xfffffffffffffffb, 0xffffffffffffffff)
AMO(11, amoor.d, 5,                  0xfffffffffffffff9, 5,                  0xfffffffffffffffd)
AMO(12, amoor.d, 0x8000000000000000, 1,                  0x8000000000000000, 0x8000000000000001)
AMO(13, amoor.d, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000, 0xffffffffffffffff)
AMO(14, amoor.d, 0x7fffffffffffffff, 1,                  0x7fffffffffffffff, 0x7fffffffffffffff)
AMO(15, amoor.d, 0x7fffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff, 0xffffffffffffffff)
AMO(16, amoor.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0xffffffffffffffff)
AMO(17, amoor.d, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff, 0xffffffffffffffff)
AMO(18, amoor.d, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
AMO(19, amoor.d, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000, 0xffffffffffffffff)
AMO(20, amoor.d, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0xffffffffffffffff)
AMO(21, amoor.d, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef, 0xffffffffffffffff)
AMO(22, amoor.d, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)

/* which registers */
AMO_RD_IS_RS2(23, amoor.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9bbefff4c7ff7efb)
AMO_RD_IS_RS1(24, amoor.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9bbefff4c7ff7efb)
AMO_RS2_IS_X0(25, amoor.d, 0x1122334485f63c5a, 0x1122334485f63c5a, 0x1122334485f63c5a)
AMO_RD_IS_X0( 26, amoor.d, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x9bbefff4c7ff7efb)
AMO_IN(       27, amoor.d, ra, t3, s0, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9bbefff4c7ff7efb)
AMO_IN(       28, amoor.d, s11, sp, tp, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9bbefff4c7ff7efb)
AMO_IN(       29, amoor.d, a6, gp, s2, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9bbefff4c7ff7efb)

/* aq and rl change nothing */
AMO(30, amoor.d.aq,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9bbefff4c7ff7efb)
AMO(31, amoor.d.rl,   0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9bbefff4c7ff7efb)
AMO(32, amoor.d.aqrl, 0x1122334485f63c5a, 0x9abcdef0479b66a3, 0x1122334485f63c5a, 0x9bbefff4c7ff7efb)

END

CELL
