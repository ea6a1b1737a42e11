/* rvrelay case 1
 * title: CLZ counts zeros from bit 63 down; 64 for 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* no bit and every bit */
R(1, clz, 0,                  0x40)
R(2, clz, 0xffffffffffffffff, 0)

/* single bits */
R(3, clz, 1,                  0x3f)
R(4, clz, 2,                  0x3e)
R(5, clz, 0x40000000,         0x21)
R(6, clz, 0x80000000,         0x20)
R(7, clz, 0x0000000100000000, 0x1f)
R(8, clz, 0x4000000000000000, 1)
R(9, clz, 0x8000000000000000, 0)

/* runs of bits */
R(10, clz, 3,                  0x3e)
R(11, clz, 0xff00,             0x30)
R(12, clz, 0x7fffffff,         0x21)
R(13, clz, 0xffffffff,         0x20)
R(14, clz, 0xffffffff00000000, 0)
R(15, clz, 0x7fffffffffffffff, 1)
R(16, clz, 0xfffffffffffffffe, 0)

/* mixed bits */
R(17, clz, 0x0123456789abcdef, 7)
R(18, clz, 0xfedcba9876543210, 0)
R(19, clz, 0x5555555555555555, 1)
R(20, clz, 0xaaaaaaaaaaaaaaaa, 0)
R(21, clz, 0x0001008000000000, 0xf)

/* which registers: shared, x0, and others */
R_RD_IS_RS1(22, clz, 0x0123456789abcdef, 7)
R_RS1_IS_X0(23, clz, 0x40)
R_RD_IS_X0( 24, clz, 0x0123456789abcdef)
R_IN(       25, clz, ra, t5, 0x0123456789abcdef, 7)
R_IN(       26, clz, a6, s0, 0x0123456789abcdef, 7)
R_IN(       27, clz, t5, sp, 0x0123456789abcdef, 7)
R_IN(       28, clz, s11, tp, 0x0123456789abcdef, 7)

END
