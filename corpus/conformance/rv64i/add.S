/* rvrelay case 1
 * title: ADD adds modulo 2^64
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small sums */
RR(1, add, 0,                  0,                  0)
RR(2, add, 1,                  1,                  2)
RR(3, add, 3,                  7,                  10)
RR(4, add, -1,                 1,                  0)
RR(5, add, 1,                  -1,                 0)
RR(6, add, -1,                 -1,                 -2)
RR(7, add, 0x0123456789abcdef, 0xfedcba9876543210, -1)

/* what leaves bit 63 is lost */
RR( 8, add, 0x7fffffffffffffff, 1,                  0x8000000000000000)
RR( 9, add, 0x8000000000000000, -1,                 0x7fffffffffffffff)
RR(10, add, 0x8000000000000000, 0x8000000000000000, 0)
RR(11, add, 0x7fffffffffffffff, 0x7fffffffffffffff, -2)
RR(12, add, -1,                 0x8000000000000000, 0x7fffffffffffffff)

/* bit 31 is a bit like any other */
RR(13, add, 0x7fffffff,         1,                  0x80000000)
RR(14, add, 0x80000000,         0x80000000,         0x0000000100000000)
RR(15, add, 0xffffffff,         1,                  0x0000000100000000)
RR(16, add, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, -1)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 17, add, 0x0123456789abcdef, 0xfedcba9876543210, -1)
RR_RD_IS_RS2( 18, add, 0x0123456789abcdef, 0xfedcba9876543210, -1)
RR_RS1_IS_RS2(19, add, 0x0123456789abcdef, 0x02468acf13579bde)
RR_ALL_SAME(  20, add, 0x0123456789abcdef, 0x02468acf13579bde)
RR_RS1_IS_X0( 21, add, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 22, add, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  23, add, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        24, add, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, -1)
RR_IN(        25, add, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, -1)
RR_IN(        26, add, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, -1)
RR_IN(        27, add, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, -1)

END
