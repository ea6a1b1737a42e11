/* rvrelay case 1
 * title: SLLW shifts the low word left and sign-extends
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 31 */
RR(1, sllw, 0x76543210, 0,  0x76543210)
RR(2, sllw, 0x76543210, 1,  0xffffffffeca86420)
RR(3, sllw, 0x76543210, 4,  0x65432100)
RR(4, sllw, 0x76543210, 16, 0x32100000)
RR(5, sllw, 0x76543210, 31, 0)
RR(6, sllw, 0x89abcdef, 0,  0xffffffff89abcdef)
RR(7, sllw, 0x89abcdef, 1,  0x13579bde)
RR(8, sllw, 0x89abcdef, 4,  0xffffffff9abcdef0)
RR(9, sllw, 0x89abcdef, 31, 0xffffffff80000000)

/* the amount is the low five bits of rs2 */
RR(10, sllw, 0x89abcdef, 32,                 0xffffffff89abcdef)
RR(11, sllw, 0x89abcdef, 33,                 0x13579bde)
RR(12, sllw, 0x89abcdef, 63,                 0xffffffff80000000)
RR(13, sllw, 0x76543210, 64,                 0x76543210)
RR(14, sllw, 0x76543210, 0xffffffffffffffff, 0)
RR(15, sllw, 0x76543210, 0xffffffffffffffe4, 0x65432100)

/* the upper half of rs1 does not matter */
RR(16, sllw, 0x0123456789abcdef, 0,  0xffffffff89abcdef)
RR(17, sllw, 0x0123456789abcdef, 4,  0xffffffff9abcdef0)
RR(18, sllw, 0xfedcba9876543210, 0,  0x76543210)
RR(19, sllw, 0xfedcba9876543210, 4,  0x65432100)
RR(20, sllw, 0xdeadbeef00000001, 31, 0xffffffff80000000)
RR(21, sllw, 0x1234567880000000, 0,  0xffffffff80000000)
RR(22, sllw, 0xffffffff00000000, 4,  0)
RR(23, sllw, 0x7fffffff80000000, 31, 0)

/* edge values */
RR(24, sllw, 0,                  31, 0)
RR(25, sllw, 1,                  31, 0xffffffff80000000)
RR(26, sllw, 0x80000000,         31, 0)
RR(27, sllw, 0x80000000,         1,  0)
RR(28, sllw, 0x7fffffff,         30, 0xffffffffc0000000)
RR(29, sllw, 0xffffffffffffffff, 1,  0xfffffffffffffffe)
RR(30, sllw, 0xffffffffffffffff, 31, 0xffffffff80000000)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, sllw, 0x0123456789abcdef, 20, 0xffffffffdef00000)
RR_RD_IS_RS2( 32, sllw, 0x0123456789abcdef, 20, 0xffffffffdef00000)
RR_RS1_IS_RS2(33, sllw, 0x0123456789abcd07, 0xffffffffd5e68380)
RR_ALL_SAME(  34, sllw, 0x0123456789abcd07, 0xffffffffd5e68380)
RR_RS1_IS_X0( 35, sllw, 20, 0)
RR_RS2_IS_X0( 36, sllw, 0x0123456789abcdef, 0xffffffff89abcdef)
RR_RD_IS_X0(  37, sllw, 0x0123456789abcdef, 20)
RR_IN(        38, sllw, ra, t5, a5, 0x0123456789abcdef, 20, 0xffffffffdef00000)
RR_IN(        39, sllw, a6, s0, gp, 0x0123456789abcdef, 20, 0xffffffffdef00000)
RR_IN(        40, sllw, t5, a6, sp, 0x0123456789abcdef, 20, 0xffffffffdef00000)
RR_IN(        41, sllw, s11, tp, t4, 0x0123456789abcdef, 20, 0xffffffffdef00000)

END
