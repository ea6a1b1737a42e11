/* rvrelay case 1
 * title: XNOR is the inverted XOR
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* every pair of bits */
RR(1, xnor, 0,                  0,                  0xffffffffffffffff)
RR(2, xnor, 0,                  0xffffffffffffffff, 0)
RR(3, xnor, 0xffffffffffffffff, 0,                  0)
RR(4, xnor, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
RR(5, xnor, 0xff00ff00ff00ff00, 0x0f0f0f0f0f0f0f0f, 0x0ff00ff00ff00ff0)
RR(6, xnor, 0x00ff00ff00ff00ff, 0xf0f0f0f0f0f0f0f0, 0x0ff00ff00ff00ff0)

/* alternating bits */
RR( 7, xnor, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0)
RR( 8, xnor, 0x5555555555555555, 0x5555555555555555, 0xffffffffffffffff)
RR( 9, xnor, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff, 0xaaaaaaaaaaaaaaaa)
RR(10, xnor, 0xaaaaaaaaaaaaaaaa, 0,                  0x5555555555555555)

/* single bits and mixed values */
RR(11, xnor, 0x8000000000000000, 0x7fffffffffffffff, 0)
RR(12, xnor, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000)
RR(13, xnor, 1,                  3,                  0xfffffffffffffffd)
RR(14, xnor, 0x80000000,         0xffffffff80000000, 0xffffffff)
RR(15, xnor, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR(16, xnor, 0x0123456789abcdef, 0xff00ff00ff00ff00, 0x01dc45988954cd10)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 17, xnor, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_RD_IS_RS2( 18, xnor, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_RS1_IS_RS2(19, xnor, 0x0123456789abcdef, 0xffffffffffffffff)
RR_ALL_SAME(  20, xnor, 0x0123456789abcdef, 0xffffffffffffffff)
RR_RS1_IS_X0( 21, xnor, 0xfedcba9876543210, 0x0123456789abcdef)
RR_RS2_IS_X0( 22, xnor, 0x0123456789abcdef, 0xfedcba9876543210)
RR_RD_IS_X0(  23, xnor, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        24, xnor, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_IN(        25, xnor, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_IN(        26, xnor, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR_IN(        27, xnor, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0)

END
