/* rvrelay case 1
 * title: AND of all 64 bits
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* every pair of bits */
RR(1, and, 0,                  0,                  0)
RR(2, and, 0,                  0xffffffffffffffff, 0)
RR(3, and, 0xffffffffffffffff, 0,                  0)
RR(4, and, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
RR(5, and, 0xff00ff00ff00ff00, 0x0f0f0f0f0f0f0f0f, 0x0f000f000f000f00)
RR(6, and, 0x00ff00ff00ff00ff, 0xf0f0f0f0f0f0f0f0, 0x00f000f000f000f0)

/* alternating bits */
RR( 7, and, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0)
RR( 8, and, 0x5555555555555555, 0x5555555555555555, 0x5555555555555555)
RR( 9, and, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff, 0xaaaaaaaaaaaaaaaa)
RR(10, and, 0xaaaaaaaaaaaaaaaa, 0,                  0)

/* single bits and mixed values */
RR(11, and, 0x8000000000000000, 0x7fffffffffffffff, 0)
RR(12, and, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000)
RR(13, and, 1,                  3,                  1)
RR(14, and, 0x80000000,         0xffffffff80000000, 0x80000000)
RR(15, and, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR(16, and, 0x0123456789abcdef, 0xff00ff00ff00ff00, 0x010045008900cd00)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 17, and, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_RD_IS_RS2( 18, and, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_RS1_IS_RS2(19, and, 0x0123456789abcdef, 0x0123456789abcdef)
RR_ALL_SAME(  20, and, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RS1_IS_X0( 21, and, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 22, and, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  23, and, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        24, and, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_IN(        25, and, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_IN(        26, and, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_IN(        27, and, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0)

END
