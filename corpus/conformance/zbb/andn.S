/* rvrelay case 1
 * title: ANDN of rs1 with the inverted rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* every pair of bits */
RR(1, andn, 0,                  0,                  0)
RR(2, andn, 0,                  0xffffffffffffffff, 0)
RR(3, andn, 0xffffffffffffffff, 0,                  0xffffffffffffffff)
RR(4, andn, 0xffffffffffffffff, 0xffffffffffffffff, 0)
RR(5, andn, 0xff00ff00ff00ff00, 0x0f0f0f0f0f0f0f0f, 0xf000f000f000f000)
RR(6, andn, 0x00ff00ff00ff00ff, 0xf0f0f0f0f0f0f0f0, 0x000f000f000f000f)

/* alternating bits */
RR( 7, andn, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555)
RR( 8, andn, 0x5555555555555555, 0x5555555555555555, 0)
RR( 9, andn, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff, 0)
RR(10, andn, 0xaaaaaaaaaaaaaaaa, 0,                  0xaaaaaaaaaaaaaaaa)

/* single bits and mixed values */
RR(11, andn, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000)
RR(12, andn, 0x8000000000000000, 0xffffffffffffffff, 0)
RR(13, andn, 1,                  3,                  0)
RR(14, andn, 0x80000000,         0xffffffff80000000, 0)
RR(15, andn, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR(16, andn, 0x0123456789abcdef, 0xff00ff00ff00ff00, 0x0023006700ab00ef)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 17, andn, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_RD_IS_RS2( 18, andn, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_RS1_IS_RS2(19, andn, 0x0123456789abcdef, 0)
RR_ALL_SAME(  20, andn, 0x0123456789abcdef, 0)
RR_RS1_IS_X0( 21, andn, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 22, andn, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  23, andn, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        24, andn, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        25, andn, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        26, andn, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR_IN(        27, andn, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)

END
