/* rvrelay case 1
 * title: CTZ counts zeros from bit 0 up; 64 for 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* no bit and every bit */
R(1, ctz, 0,                  0x40)
R(2, ctz, 0xffffffffffffffff, 0)

/* single bits */
R(3, ctz, 1,                  0)
R(4, ctz, 2,                  1)
R(5, ctz, 0x40000000,         0x1e)
R(6, ctz, 0x80000000,         0x1f)
R(7, ctz, 0x0000000100000000, 0x20)
R(8, ctz, 0x4000000000000000, 0x3e)
R(9, ctz, 0x8000000000000000, 0x3f)

/* runs of bits */
R(10, ctz, 3,                  0)
R(11, ctz, 0xff00,             8)
R(12, ctz, 0x7fffffff,         0)
R(13, ctz, 0xffffffff,         0)
R(14, ctz, 0xffffffff00000000, 0x20)
R(15, ctz, 0x7fffffffffffffff, 0)
R(16, ctz, 0xfffffffffffffffe, 1)

/* mixed bits */
R(17, ctz, 0x0123456789abcdef, 0)
R(18, ctz, 0xfedcba9876543210, 4)
R(19, ctz, 0x5555555555555555, 0)
R(20, ctz, 0xaaaaaaaaaaaaaaaa, 1)
R(21, ctz, 0x0001008000000000, 0x27)

/* which registers: shared, x0, and others */
R_RD_IS_RS1(22, ctz, 0x0123456789abcdef, 0)
R_RS1_IS_X0(23, ctz, 0x40)
R_RD_IS_X0( 24, ctz, 0x0123456789abcdef)
R_IN(       25, ctz, ra, t5, 0x0123456789abcdef, 0)
R_IN(       26, ctz, a6, s0, 0x0123456789abcdef, 0)
R_IN(       27, ctz, t5, sp, 0x0123456789abcdef, 0)
R_IN(       28, ctz, s11, tp, 0x0123456789abcdef, 0)

END
