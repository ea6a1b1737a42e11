/* rvrelay case 1
 * title: ADDW adds the low words and sign-extends the sum
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small sums */
RR(1, addw, 0,  0,  0)
RR(2, addw, 1,  1,  2)
RR(3, addw, 3,  7,  10)
RR(4, addw, -1, 1,  0)
RR(5, addw, 1,  -1, 0)
RR(6, addw, -1, -1, -2)

/* bit 31 of the sum is its sign */
RR( 7, addw, 0x7fffffff, 1,          0xffffffff80000000)
RR( 8, addw, 0x7fffffff, 0x7fffffff, -2)
RR( 9, addw, 0x80000000, -1,         0x7fffffff)
RR(10, addw, 0x80000000, 0x80000000, 0)
RR(11, addw, 0xffffffff, 1,          0)
RR(12, addw, 0x40000000, 0x40000000, 0xffffffff80000000)

/* upper halves do not matter */
RR(13, addw, 0xdeadbeef00000001, 0x1234567800000002, 3)
RR(14, addw, 0x7fffffff7fffffff, 1,                  0xffffffff80000000)
RR(15, addw, 0x8000000000000000, 0x8000000000000000, 0)
RR(16, addw, 0x7fffffffffffffff, 1,                  0)
RR(17, addw, 0x0123456789abcdef, 0xfedcba9876543210, -1)
RR(18, addw, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, -1)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 19, addw, 0x0123456789abcdef, 0xfedcba9876543210, -1)
RR_RD_IS_RS2( 20, addw, 0x0123456789abcdef, 0xfedcba9876543210, -1)
RR_RS1_IS_RS2(21, addw, 0x0123456789abcdef, 0x13579bde)
RR_ALL_SAME(  22, addw, 0x0123456789abcdef, 0x13579bde)
RR_RS1_IS_X0( 23, addw, 0xfedcba9876543210, 0x76543210)
RR_RS2_IS_X0( 24, addw, 0x0123456789abcdef, 0xffffffff89abcdef)
RR_RD_IS_X0(  25, addw, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        26, addw, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, -1)
RR_IN(        27, addw, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, -1)
RR_IN(        28, addw, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, -1)
RR_IN(        29, addw, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, -1)

END
