/* rvrelay case 1
 * title: SUB subtracts modulo 2^64
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small differences */
RR(1, sub, 0,                  0,                  0)
RR(2, sub, 1,                  1,                  0)
RR(3, sub, 7,                  3,                  4)
RR(4, sub, 3,                  7,                  -4)
RR(5, sub, 0,                  1,                  -1)
RR(6, sub, 0,                  -1,                 1)
RR(7, sub, 0x0123456789abcdef, 0xfedcba9876543210, 0x02468acf13579bdf)

/* what leaves bit 63 is lost */
RR( 8, sub, 0x8000000000000000, 1,                  0x7fffffffffffffff)
RR( 9, sub, 0x7fffffffffffffff, -1,                 0x8000000000000000)
RR(10, sub, 0,                  0x8000000000000000, 0x8000000000000000)
RR(11, sub, 0x8000000000000000, 0x8000000000000000, 0)
RR(12, sub, 0x8000000000000000, 0x7fffffffffffffff, 1)

/* bit 31 is a bit like any other */
RR(13, sub, 0x80000000,         1,                  0x7fffffff)
RR(14, sub, 0x0000000100000000, 1,                  0xffffffff)
RR(15, sub, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x5555555555555555)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 16, sub, 0x0123456789abcdef, 0xfedcba9876543210, 0x02468acf13579bdf)
RR_RD_IS_RS2( 17, sub, 0x0123456789abcdef, 0xfedcba9876543210, 0x02468acf13579bdf)
RR_RS1_IS_RS2(18, sub, 0x0123456789abcdef, 0)
RR_ALL_SAME(  19, sub, 0x0123456789abcdef, 0)
RR_RS1_IS_X0( 20, sub, 0xfedcba9876543210, 0x0123456789abcdf0)
RR_RS2_IS_X0( 21, sub, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  22, sub, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        23, sub, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x02468acf13579bdf)
RR_IN(        24, sub, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x02468acf13579bdf)
RR_IN(        25, sub, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x02468acf13579bdf)
RR_IN(        26, sub, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x02468acf13579bdf)

END
