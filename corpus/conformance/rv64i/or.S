/* rvrelay case 1
 * title: OR of all 64 bits
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* every pair of bits */
RR(1, or, 0,                  0,                  0)
RR(2, or, 0,                  0xffffffffffffffff, 0xffffffffffffffff)
RR(3, or, 0xffffffffffffffff, 0,                  0xffffffffffffffff)
RR(4, or, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
RR(5, or, 0xff00ff00ff00ff00, 0x0f0f0f0f0f0f0f0f, 0xff0fff0fff0fff0f)
RR(6, or, 0x00ff00ff00ff00ff, 0xf0f0f0f0f0f0f0f0, 0xf0fff0fff0fff0ff)

/* alternating bits */
RR( 7, or, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff)
RR( 8, or, 0x5555555555555555, 0x5555555555555555, 0x5555555555555555)
RR( 9, or, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff, 0xffffffffffffffff)
RR(10, or, 0xaaaaaaaaaaaaaaaa, 0,                  0xaaaaaaaaaaaaaaaa)

/* single bits and mixed values */
RR(11, or, 0x8000000000000000, 0x7fffffffffffffff, 0xffffffffffffffff)
RR(12, or, 0x8000000000000000, 0xffffffffffffffff, 0xffffffffffffffff)
RR(13, or, 1,                  3,                  3)
RR(14, or, 0x80000000,         0xffffffff80000000, 0xffffffff80000000)
RR(15, or, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR(16, or, 0x0123456789abcdef, 0xff00ff00ff00ff00, 0xff23ff67ffabffef)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 17, or, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR_RD_IS_RS2( 18, or, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR_RS1_IS_RS2(19, or, 0x0123456789abcdef, 0x0123456789abcdef)
RR_ALL_SAME(  20, or, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RS1_IS_X0( 21, or, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 22, or, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  23, or, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        24, or, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR_IN(        25, or, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR_IN(        26, or, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR_IN(        27, or, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)

END
