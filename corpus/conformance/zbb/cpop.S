/* rvrelay case 1
 * title: CPOP counts the ones of 64 bits
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* no bit and every bit */
R(1, cpop, 0,                  0)
R(2, cpop, 0xffffffffffffffff, 0x40)

/* single bits */
R(3, cpop, 1,                  1)
R(4, cpop, 2,                  1)
R(5, cpop, 0x40000000,         1)
R(6, cpop, 0x80000000,         1)
R(7, cpop, 0x0000000100000000, 1)
R(8, cpop, 0x4000000000000000, 1)
R(9, cpop, 0x8000000000000000, 1)

/* runs of bits */
R(10, cpop, 3,                  2)
R(11, cpop, 0xff00,             8)
R(12, cpop, 0x7fffffff,         0x1f)
R(13, cpop, 0xffffffff,         0x20)
R(14, cpop, 0xffffffff00000000, 0x20)
R(15, cpop, 0x7fffffffffffffff, 0x3f)
R(16, cpop, 0xfffffffffffffffe, 0x3f)

/* mixed bits */
R(17, cpop, 0x0123456789abcdef, 0x20)
R(18, cpop, 0xfedcba9876543210, 0x20)
R(19, cpop, 0x5555555555555555, 0x20)
R(20, cpop, 0xaaaaaaaaaaaaaaaa, 0x20)
R(21, cpop, 0x0001008000000000, 2)

/* which registers: shared, x0, and others */
R_RD_IS_RS1(22, cpop, 0x0123456789abcdef, 0x20)
R_RS1_IS_X0(23, cpop, 0)
R_RD_IS_X0( 24, cpop, 0x0123456789abcdef)
R_IN(       25, cpop, ra, t5, 0x0123456789abcdef, 0x20)
R_IN(       26, cpop, a6, s0, 0x0123456789abcdef, 0x20)
R_IN(       27, cpop, t5, sp, 0x0123456789abcdef, 0x20)
R_IN(       28, cpop, s11, tp, 0x0123456789abcdef, 0x20)

END
