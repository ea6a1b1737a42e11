/* rvrelay case 1
 * title: SRAW shifts the low word arithmetically and sign-extends
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 31 */
RR(1, sraw, 0x76543210, 0,  0x76543210)
RR(2, sraw, 0x76543210, 1,  0x3b2a1908)
RR(3, sraw, 0x76543210, 4,  0x7654321)
RR(4, sraw, 0x76543210, 16, 0x7654)
RR(5, sraw, 0x76543210, 31, 0)
RR(6, sraw, 0x89abcdef, 0,  0xffffffff89abcdef)
RR(7, sraw, 0x89abcdef, 1,  0xffffffffc4d5e6f7)
RR(8, sraw, 0x89abcdef, 4,  0xfffffffff89abcde)
RR(9, sraw, 0x89abcdef, 31, 0xffffffffffffffff)

/* the amount is the low five bits of rs2 */
RR(10, sraw, 0x89abcdef, 32,                 0xffffffff89abcdef)
RR(11, sraw, 0x89abcdef, 33,                 0xffffffffc4d5e6f7)
RR(12, sraw, 0x89abcdef, 63,                 0xffffffffffffffff)
RR(13, sraw, 0x76543210, 64,                 0x76543210)
RR(14, sraw, 0x76543210, 0xffffffffffffffff, 0)
RR(15, sraw, 0x76543210, 0xffffffffffffffe4, 0x7654321)

/* the upper half of rs1 does not matter */
RR(16, sraw, 0x0123456789abcdef, 0,  0xffffffff89abcdef)
RR(17, sraw, 0x0123456789abcdef, 4,  0xfffffffff89abcde)
RR(18, sraw, 0xfedcba9876543210, 0,  0x76543210)
RR(19, sraw, 0xfedcba9876543210, 4,  0x7654321)
RR(20, sraw, 0xdeadbeef00000001, 31, 0)
RR(21, sraw, 0x1234567880000000, 0,  0xffffffff80000000)
RR(22, sraw, 0xffffffff00000000, 4,  0)
RR(23, sraw, 0x7fffffff80000000, 31, 0xffffffffffffffff)

/* edge values */
RR(24, sraw, 0,                  31, 0)
RR(25, sraw, 1,                  31, 0)
RR(26, sraw, 0x80000000,         31, 0xffffffffffffffff)
RR(27, sraw, 0x80000000,         1,  0xffffffffc0000000)
RR(28, sraw, 0x7fffffff,         30, 1)
RR(29, sraw, 0xffffffffffffffff, 1,  0xffffffffffffffff)
RR(30, sraw, 0xffffffffffffffff, 31, 0xffffffffffffffff)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, sraw, 0x0123456789abcdef, 20, 0xfffffffffffff89a)
RR_RD_IS_RS2( 32, sraw, 0x0123456789abcdef, 20, 0xfffffffffffff89a)
RR_RS1_IS_RS2(33, sraw, 0x0123456789abcd07, 0xffffffffff13579a)
RR_ALL_SAME(  34, sraw, 0x0123456789abcd07, 0xffffffffff13579a)
RR_RS1_IS_X0( 35, sraw, 20, 0)
RR_RS2_IS_X0( 36, sraw, 0x0123456789abcdef, 0xffffffff89abcdef)
RR_RD_IS_X0(  37, sraw, 0x0123456789abcdef, 20)
RR_IN(        38, sraw, ra, t5, a5, 0x0123456789abcdef, 20, 0xfffffffffffff89a)
RR_IN(        39, sraw, a6, s0, gp, 0x0123456789abcdef, 20, 0xfffffffffffff89a)
RR_IN(        40, sraw, t5, a6, sp, 0x0123456789abcdef, 20, 0xfffffffffffff89a)
RR_IN(        41, sraw, s11, tp, t4, 0x0123456789abcdef, 20, 0xfffffffffffff89a)

END
