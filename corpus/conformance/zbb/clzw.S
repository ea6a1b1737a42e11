/* rvrelay case 1
 * title: CLZW counts zeros from bit 31 down; 32 for a word of 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* no bit and every bit */
R(1, clzw, 0,                  0x20)
R(2, clzw, 0xffffffffffffffff, 0)

/* single bits */
R(3, clzw, 1,                  0x1f)
R(4, clzw, 2,                  0x1e)
R(5, clzw, 0x40000000,         1)
R(6, clzw, 0x80000000,         0)
R(7, clzw, 0x0000000100000000, 0x20)
R(8, clzw, 0x4000000000000000, 0x20)
R(9, clzw, 0x8000000000000000, 0x20)

/* runs of bits */
R(10, clzw, 3,                  0x1e)
R(11, clzw, 0xff00,             0x10)
R(12, clzw, 0x7fffffff,         1)
R(13, clzw, 0xffffffff,         0)
R(14, clzw, 0xffffffff00000000, 0x20)
R(15, clzw, 0x7fffffffffffffff, 0)
R(16, clzw, 0xfffffffffffffffe, 0)

/* mixed bits */
R(17, clzw, 0x0123456789abcdef, 0)
R(18, clzw, 0xfedcba9876543210, 1)
R(19, clzw, 0x5555555555555555, 1)
R(20, clzw, 0xaaaaaaaaaaaaaaaa, 0)
R(21, clzw, 0x0001008000000000, 0x20)

/* which registers: shared, x0, and others */
R_RD_IS_RS1(22, clzw, 0x0123456789abcdef, 0)
R_RS1_IS_X0(23, clzw, 0x20)
R_RD_IS_X0( 24, clzw, 0x0123456789abcdef)
R_IN(       25, clzw, ra, t5, 0x0123456789abcdef, 0)
R_IN(       26, clzw, a6, s0, 0x0123456789abcdef, 0)
R_IN(       27, clzw, t5, sp, 0x0123456789abcdef, 0)
R_IN(       28, clzw, s11, tp, 0x0123456789abcdef, 0)

END
