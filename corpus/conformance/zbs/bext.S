/* rvrelay case 1
 * title: BEXT gives the bit of rs1 that the low six bits of rs2 name, as 0 or 1
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* each end of the register */
RR( 1, bext, 0,                  0,  0)
RR( 2, bext, 0xffffffffffffffff, 0,  1)
RR( 3, bext, 1,                  0,  1)
RR( 4, bext, 0,                  63, 0)
RR( 5, bext, 0xffffffffffffffff, 63, 1)
RR( 6, bext, 0x8000000000000000, 63, 1)
RR( 7, bext, 0,                  31, 0)
RR( 8, bext, 0,                  32, 0)
RR( 9, bext, 0xffffffffffffffff, 31, 1)
RR(10, bext, 0xffffffffffffffff, 32, 1)

/* a bit among others */
RR(11, bext, 0x0123456789abcdef, 5,  1)
RR(12, bext, 0x0123456789abcdef, 4,  0)
RR(13, bext, 0xfedcba9876543210, 5,  0)
RR(14, bext, 0xfedcba9876543210, 40, 0)
RR(15, bext, 0xaaaaaaaaaaaaaaaa, 1,  1)
RR(16, bext, 0xaaaaaaaaaaaaaaaa, 2,  0)

/* the index is the low six bits of rs2 */
RR(17, bext, 0x0123456789abcdef, 64,                 1)
RR(18, bext, 0x0123456789abcdef, 127,                0)
RR(19, bext, 0xfedcba9876543210, 0xffffffffffffffff, 1)
RR(20, bext, 0xfedcba9876543210, 0xffffffffffffffc4, 1)
RR(21, bext, 0,                  0x8000000000000000, 0)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 22, bext, 0x0123456789abcdef, 21, 1)
RR_RD_IS_RS2( 23, bext, 0x0123456789abcdef, 21, 1)
RR_RS1_IS_RS2(24, bext, 0x0123456789abcd07, 0)
RR_ALL_SAME(  25, bext, 0x0123456789abcd07, 0)
RR_RS1_IS_X0( 26, bext, 21, 0)
RR_RS2_IS_X0( 27, bext, 0x0123456789abcdef, 1)
RR_RD_IS_X0(  28, bext, 0x0123456789abcdef, 21)
RR_IN(        29, bext, ra, t5, a5, 0x0123456789abcdef, 21, 1)
RR_IN(        30, bext, a6, s0, gp, 0x0123456789abcdef, 21, 1)
RR_IN(        31, bext, t5, a6, sp, 0x0123456789abcdef, 21, 1)
RR_IN(        32, bext, s11, tp, t4, 0x0123456789abcdef, 21, 1)

END
