/* rvrelay case 1
 * title: SUBW subtracts the low words and sign-extends the difference
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small differences */
RR(1, subw, 0, 0,  0)
RR(2, subw, 1, 1,  0)
RR(3, subw, 7, 3,  4)
RR(4, subw, 3, 7,  -4)
RR(5, subw, 0, 1,  -1)
RR(6, subw, 0, -1, 1)

/* bit 31 of the difference is its sign */
RR( 7, subw, 0x80000000,         1,          0x7fffffff)
RR( 8, subw, 0x7fffffff,         -1,         0xffffffff80000000)
RR( 9, subw, 0,                  0x80000000, 0xffffffff80000000)
RR(10, subw, 0x80000000,         0x80000000, 0)
RR(11, subw, 0x0000000100000000, 1,          -1)

/* upper halves do not matter */
RR(12, subw, 0xdeadbeef00000005, 0x1234567800000002, 3)
RR(13, subw, 0x1234567800000002, 0xdeadbeef00000005, -3)
RR(14, subw, 0x8000000000000000, 1,                  -1)
RR(15, subw, 0x0123456789abcdef, 0xfedcba9876543210, 0x13579bdf)
RR(16, subw, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x55555555)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 17, subw, 0x0123456789abcdef, 0xfedcba9876543210, 0x13579bdf)
RR_RD_IS_RS2( 18, subw, 0x0123456789abcdef, 0xfedcba9876543210, 0x13579bdf)
RR_RS1_IS_RS2(19, subw, 0x0123456789abcdef, 0)
RR_ALL_SAME(  20, subw, 0x0123456789abcdef, 0)
RR_RS1_IS_X0( 21, subw, 0xfedcba9876543210, 0xffffffff89abcdf0)
RR_RS2_IS_X0( 22, subw, 0x0123456789abcdef, 0xffffffff89abcdef)
RR_RD_IS_X0(  23, subw, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        24, subw, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x13579bdf)
RR_IN(        25, subw, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x13579bdf)
RR_IN(        26, subw, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x13579bdf)
RR_IN(        27, subw, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x13579bdf)

END
