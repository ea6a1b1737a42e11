/* rvrelay case 1
 * title: XOR of all 64 bits
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* every pair of bits */
RR(1, xor, 0,                  0,                  0)
RR(2, xor, 0,                  0xffffffffffffffff, 0xffffffffffffffff)
RR(3, xor, 0xffffffffffffffff, 0,                  0xffffffffffffffff)
RR(4, xor, 0xffffffffffffffff, 0xffffffffffffffff, 0)
RR(5, xor, 0xff00ff00ff00ff00, 0x0f0f0f0f0f0f0f0f, 0xf00ff00ff00ff00f)
RR(6, xor, 0x00ff00ff00ff00ff, 0xf0f0f0f0f0f0f0f0, 0xf00ff00ff00ff00f)

/* alternating bits */
RR( 7, xor, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff)
RR( 8, xor, 0x5555555555555555, 0x5555555555555555, 0)
RR( 9, xor, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff, 0x5555555555555555)
RR(10, xor, 0xaaaaaaaaaaaaaaaa, 0,                  0xaaaaaaaaaaaaaaaa)

/* single bits and mixed values */
RR(11, xor, 0x8000000000000000, 0x7fffffffffffffff, 0xffffffffffffffff)
RR(12, xor, 0x8000000000000000, 0xffffffffffffffff, 0x7fffffffffffffff)
RR(13, xor, 1,                  3,                  2)
RR(14, xor, 0x80000000,         0xffffffff80000000, 0xffffffff00000000)
RR(15, xor, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR(16, xor, 0x0123456789abcdef, 0xff00ff00ff00ff00, 0xfe23ba6776ab32ef)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 17, xor, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR_RD_IS_RS2( 18, xor, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR_RS1_IS_RS2(19, xor, 0x0123456789abcdef, 0)
RR_ALL_SAME(  20, xor, 0x0123456789abcdef, 0)
RR_RS1_IS_X0( 21, xor, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 22, xor, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  23, xor, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        24, xor, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR_IN(        25, xor, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR_IN(        26, xor, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
RR_IN(        27, xor, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)

END
