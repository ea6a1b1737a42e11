/* rvrelay case 1
 * title: ORN of rs1 with the inverted rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* every pair of bits */
RR(1, orn, 0,                  0,                  0xffffffffffffffff)
RR(2, orn, 0,                  0xffffffffffffffff, 0)
RR(3, orn, 0xffffffffffffffff, 0,                  0xffffffffffffffff)
RR(4, orn, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
RR(5, orn, 0xff00ff00ff00ff00, 0x0f0f0f0f0f0f0f0f, 0xfff0fff0fff0fff0)
RR(6, orn, 0x00ff00ff00ff00ff, 0xf0f0f0f0f0f0f0f0, 0x0fff0fff0fff0fff)

/* alternating bits */
RR( 7, orn, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555)
RR( 8, orn, 0x5555555555555555, 0x5555555555555555, 0xffffffffffffffff)
RR( 9, orn, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff, 0xaaaaaaaaaaaaaaaa)
RR(10, orn, 0xaaaaaaaaaaaaaaaa, 0,                  0xffffffffffffffff)

/* single bits and mixed values */
RR(11, orn, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000)
RR(12, orn, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000)
RR(13, orn, 1,                  3,                  0xfffffffffffffffd)
RR(14, orn, 0x80000000,         0xffffffff80000000, 0xffffffff)
RR(15, orn, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR(16, orn, 0x0123456789abcdef, 0xff00ff00ff00ff00, 0x01ff45ff89ffcdff)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 17, orn, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_RD_IS_RS2( 18, orn, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_RS1_IS_RS2(19, orn, 0x0123456789abcdef, 0xffffffffffffffff)
RR_ALL_SAME(  20, orn, 0x0123456789abcdef, 0xffffffffffffffff)
RR_RS1_IS_X0( 21, orn, 0xfedcba9876543210, 0x0123456789abcdef)
RR_RS2_IS_X0( 22, orn, 0x0123456789abcdef, 0xffffffffffffffff)
RR_RD_IS_X0(  23, orn, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        24, orn, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        25, orn, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        26, orn, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        27, orn, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)

END
