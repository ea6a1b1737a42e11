/* rvrelay case 1
 * title: BINV inverts the bit of rs1 that the low six bits of rs2 name
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* each end of the register */
RR( 1, binv, 0,                  0,  1)
RR( 2, binv, 0xffffffffffffffff, 0,  0xfffffffffffffffe)
RR( 3, binv, 1,                  0,  0)
RR( 4, binv, 0,                  63, 0x8000000000000000)
RR( 5, binv, 0xffffffffffffffff, 63, 0x7fffffffffffffff)
RR( 6, binv, 0x8000000000000000, 63, 0)
RR( 7, binv, 0,                  31, 0x80000000)
RR( 8, binv, 0,                  32, 0x0000000100000000)
RR( 9, binv, 0xffffffffffffffff, 31, 0xffffffff7fffffff)
RR(10, binv, 0xffffffffffffffff, 32, 0xfffffffeffffffff)

/* a bit among others */
RR(11, binv, 0x0123456789abcdef, 5,  0x0123456789abcdcf)
RR(12, binv, 0x0123456789abcdef, 4,  0x0123456789abcdff)
RR(13, binv, 0xfedcba9876543210, 5,  0xfedcba9876543230)
RR(14, binv, 0xfedcba9876543210, 40, 0xfedcbb9876543210)
RR(15, binv, 0xaaaaaaaaaaaaaaaa, 1,  0xaaaaaaaaaaaaaaa8)
RR(16, binv, 0xaaaaaaaaaaaaaaaa, 2,  0xaaaaaaaaaaaaaaae)

/* the index is the low six bits of rs2 */
RR(17, binv, 0x0123456789abcdef, 64,                 0x0123456789abcdee)
RR(18, binv, 0x0123456789abcdef, 127,                0x8123456789abcdef)
RR(19, binv, 0xfedcba9876543210, 0xffffffffffffffff, 0x7edcba9876543210)
RR(20, binv, 0xfedcba9876543210, 0xffffffffffffffc4, 0xfedcba9876543200)
RR(21, binv, 0,                  0x8000000000000000, 1)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 22, binv, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RR_RD_IS_RS2( 23, binv, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RR_RS1_IS_RS2(24, binv, 0x0123456789abcd07, 0x0123456789abcd87)
RR_ALL_SAME(  25, binv, 0x0123456789abcd07, 0x0123456789abcd87)
RR_RS1_IS_X0( 26, binv, 20, 0x100000)
RR_RS2_IS_X0( 27, binv, 0x0123456789abcdef, 0x0123456789abcdee)
RR_RD_IS_X0(  28, binv, 0x0123456789abcdef, 20)
RR_IN(        29, binv, ra, t5, a5, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RR_IN(        30, binv, a6, s0, gp, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RR_IN(        31, binv, t5, a6, sp, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RR_IN(        32, binv, s11, tp, t4, 0x0123456789abcdef, 20, 0x0123456789bbcdef)

END
