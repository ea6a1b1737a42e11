/* rvrelay case 1
 * title: CTZW counts zeros of the low word from bit 0 up; 32 for a word of 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* no bit and every bit */
R(1, ctzw, 0,                  0x20)
R(2, ctzw, 0xffffffffffffffff, 0)

/* single bits */
R(3, ctzw, 1,                  0)
R(4, ctzw, 2,                  1)
R(5, ctzw, 0x40000000,         0x1e)
R(6, ctzw, 0x80000000,         0x1f)
R(7, ctzw, 0x0000000100000000, 0x20)
R(8, ctzw, 0x4000000000000000, 0x20)
R(9, ctzw, 0x8000000000000000, 0x20)

/* runs of bits */
R(10, ctzw, 3,                  0)
R(11, ctzw, 0xff00,             8)
R(12, ctzw, 0x7fffffff,         0)
R(13, ctzw, 0xffffffff,         0)
R(14, ctzw, 0xffffffff00000000, 0x20)
R(15, ctzw, 0x7fffffffffffffff, 0)
R(16, ctzw, 0xfffffffffffffffe, 1)

/* mixed bits */
R(17, ctzw, 0x0123456789abcdef, 0)
R(18, ctzw, 0xfedcba9876543210, 4)
R(19, ctzw, 0x5555555555555555, 0)
R(20, ctzw, 0xaaaaaaaaaaaaaaaa, 1)
R(21, ctzw, 0x0001008000000000, 0x20)

/* which registers: shared, x0, and others */
R_RD_IS_RS1(22, ctzw, 0x0123456789abcdef, 0)
R_RS1_IS_X0(23, ctzw, 0x20)
R_RD_IS_X0( 24, ctzw, 0x0123456789abcdef)
R_IN(       25, ctzw, ra, t5, 0x0123456789abcdef, 0)
R_IN(       26, ctzw, a6, s0, 0x0123456789abcdef, 0)
R_IN(       27, ctzw, t5, sp, 0x0123456789abcdef, 0)
R_IN(       28, ctzw, s11, tp, 0x0123456789abcdef, 0)

END
