/* rvrelay case 1
 * title: CPOPW counts the ones of the low word
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* no bit and every bit */
R(1, cpopw, 0,                  0)
R(2, cpopw, 0xffffffffffffffff, 0x20)

/* single bits */
R(3, cpopw, 1,                  1)
R(4, cpopw, 2,                  1)
R(5, cpopw, 0x40000000,         1)
R(6, cpopw, 0x80000000,         1)
R(7, cpopw, 0x0000000100000000, 0)
R(8, cpopw, 0x4000000000000000, 0)
R(9, cpopw, 0x8000000000000000, 0)

/* runs of bits */
R(10, cpopw, 3,                  2)
R(11, cpopw, 0xff00,             8)
R(12, cpopw, 0x7fffffff,         0x1f)
R(13, cpopw, 0xffffffff,         0x20)
R(14, cpopw, 0xffffffff00000000, 0)
R(15, cpopw, 0x7fffffffffffffff, 0x20)
R(16, cpopw, 0xfffffffffffffffe, 0x1f)

/* mixed bits */
R(17, cpopw, 0x0123456789abcdef, 0x14)
R(18, cpopw, 0xfedcba9876543210, 0xc)
R(19, cpopw, 0x5555555555555555, 0x10)
R(20, cpopw, 0xaaaaaaaaaaaaaaaa, 0x10)
R(21, cpopw, 0x0001008000000000, 0)

/* which registers: shared, x0, and others */
R_RD_IS_RS1(22, cpopw, 0x0123456789abcdef, 0x14)
R_RS1_IS_X0(23, cpopw, 0)
R_RD_IS_X0( 24, cpopw, 0x0123456789abcdef)
R_IN(       25, cpopw, ra, t5, 0x0123456789abcdef, 0x14)
R_IN(       26, cpopw, a6, s0, 0x0123456789abcdef, 0x14)
R_IN(       27, cpopw, t5, sp, 0x0123456789abcdef, 0x14)
R_IN(       28, cpopw, s11, tp, 0x0123456789abcdef, 0x14)

END
