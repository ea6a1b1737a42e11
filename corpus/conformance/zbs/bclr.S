/* rvrelay case 1
 * title: BCLR clears the bit of rs1 that the low six bits of rs2 name
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* each end of the register */
RR( 1, bclr, 0,                  0,  0)
RR( 2, bclr, 0xffffffffffffffff, 0,  0xfffffffffffffffe)
RR( 3, bclr, 1,                  0,  0)
RR( 4, bclr, 0,                  63, 0)
RR( 5, bclr, 0xffffffffffffffff, 63, 0x7fffffffffffffff)
RR( 6, bclr, 0x8000000000000000, 63, 0)
RR( 7, bclr, 0,                  31, 0)
RR( 8, bclr, 0,                  32, 0)
RR( 9, bclr, 0xffffffffffffffff, 31, 0xffffffff7fffffff)
RR(10, bclr, 0xffffffffffffffff, 32, 0xfffffffeffffffff)

/* a bit among others */
RR(11, bclr, 0x0123456789abcdef, 5,  0x0123456789abcdcf)
RR(12, bclr, 0x0123456789abcdef, 4,  0x0123456789abcdef)
RR(13, bclr, 0xfedcba9876543210, 5,  0xfedcba9876543210)
RR(14, bclr, 0xfedcba9876543210, 40, 0xfedcba9876543210)
RR(15, bclr, 0xaaaaaaaaaaaaaaaa, 1,  0xaaaaaaaaaaaaaaa8)
RR(16, bclr, 0xaaaaaaaaaaaaaaaa, 2,  0xaaaaaaaaaaaaaaaa)

/* the index is the low six bits of rs2 */
RR(17, bclr, 0x0123456789abcdef, 64,                 0x0123456789abcdee)
RR(18, bclr, 0x0123456789abcdef, 127,                0x0123456789abcdef)
RR(19, bclr, 0xfedcba9876543210, 0xffffffffffffffff, 0x7edcba9876543210)
RR(20, bclr, 0xfedcba9876543210, 0xffffffffffffffc4, 0xfedcba9876543200)
RR(21, bclr, 0,                  0x8000000000000000, 0)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 22, bclr, 0x0123456789abcdef, 21, 0x01234567898bcdef)
RR_RD_IS_RS2( 23, bclr, 0x0123456789abcdef, 21, 0x01234567898bcdef)
RR_RS1_IS_RS2(24, bclr, 0x0123456789abcd07, 0x0123456789abcd07)
RR_ALL_SAME(  25, bclr, 0x0123456789abcd07, 0x0123456789abcd07)
RR_RS1_IS_X0( 26, bclr, 21, 0)
RR_RS2_IS_X0( 27, bclr, 0x0123456789abcdef, 0x0123456789abcdee)
RR_RD_IS_X0(  28, bclr, 0x0123456789abcdef, 21)
RR_IN(        29, bclr, ra, t5, a5, 0x0123456789abcdef, 21, 0x01234567898bcdef)
RR_IN(        30, bclr, a6, s0, gp, 0x0123456789abcdef, 21, 0x01234567898bcdef)
RR_IN(        31, bclr, t5, a6, sp, 0x0123456789abcdef, 21, 0x01234567898bcdef)
RR_IN(        32, bclr, s11, tp, t4, 0x0123456789abcdef, 21, 0x01234567898bcdef)

END
