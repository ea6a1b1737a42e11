/* rvrelay case 1
 * title: BSET sets the bit of rs1 that the low six bits of rs2 name
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* each end of the register */
RR( 1, bset, 0,                  0,  1)
RR( 2, bset, 0xffffffffffffffff, 0,  0xffffffffffffffff)
RR( 3, bset, 1,                  0,  1)
RR( 4, bset, 0,                  63, 0x8000000000000000)
RR( 5, bset, 0xffffffffffffffff, 63, 0xffffffffffffffff)
RR( 6, bset, 0x8000000000000000, 63, 0x8000000000000000)
RR( 7, bset, 0,                  31, 0x80000000)
RR( 8, bset, 0,                  32, 0x0000000100000000)
RR( 9, bset, 0xffffffffffffffff, 31, 0xffffffffffffffff)
RR(10, bset, 0xffffffffffffffff, 32, 0xffffffffffffffff)

/* a bit among others */
RR(11, bset, 0x0123456789abcdef, 5,  0x0123456789abcdef)
RR(12, bset, 0x0123456789abcdef, 4,  0x0123456789abcdff)
RR(13, bset, 0xfedcba9876543210, 5,  0xfedcba9876543230)
RR(14, bset, 0xfedcba9876543210, 40, 0xfedcbb9876543210)
RR(15, bset, 0xaaaaaaaaaaaaaaaa, 1,  0xaaaaaaaaaaaaaaaa)
RR(16, bset, 0xaaaaaaaaaaaaaaaa, 2,  0xaaaaaaaaaaaaaaae)

/* the index is the low six bits of rs2 */
RR(17, bset, 0x0123456789abcdef, 64,                 0x0123456789abcdef)
RR(18, bset, 0x0123456789abcdef, 127,                0x8123456789abcdef)
RR(19, bset, 0xfedcba9876543210, 0xffffffffffffffff, 0xfedcba9876543210)
RR(20, bset, 0xfedcba9876543210, 0xffffffffffffffc4, 0xfedcba9876543210)
RR(21, bset, 0,                  0x8000000000000000, 1)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 22, bset, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RR_RD_IS_RS2( 23, bset, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RR_RS1_IS_RS2(24, bset, 0x0123456789abcd07, 0x0123456789abcd87)
RR_ALL_SAME(  25, bset, 0x0123456789abcd07, 0x0123456789abcd87)
RR_RS1_IS_X0( 26, bset, 20, 0x100000)
RR_RS2_IS_X0( 27, bset, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  28, bset, 0x0123456789abcdef, 20)
RR_IN(        29, bset, ra, t5, a5, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RR_IN(        30, bset, a6, s0, gp, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RR_IN(        31, bset, t5, a6, sp, 0x0123456789abcdef, 20, 0x0123456789bbcdef)
RR_IN(        32, bset, s11, tp, t4, 0x0123456789abcdef, 20, 0x0123456789bbcdef)

END
