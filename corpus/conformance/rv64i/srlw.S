/* rvrelay case 1
 * title: SRLW shifts the low word right, fills with zeros and sign-extends
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 31 */
RR(1, srlw, 0x76543210, 0,  0x76543210)
RR(2, srlw, 0x76543210, 1,  0x3b2a1908)
RR(3, srlw, 0x76543210, 4,  0x7654321)
RR(4, srlw, 0x76543210, 16, 0x7654)
RR(5, srlw, 0x76543210, 31, 0)
RR(6, srlw, 0x89abcdef, 0,  0xffffffff89abcdef)
RR(7, srlw, 0x89abcdef, 1,  0x44d5e6f7)
RR(8, srlw, 0x89abcdef, 4,  0x89abcde)
RR(9, srlw, 0x89abcdef, 31, 1)

/* the amount is the low five bits of rs2 */
RR(10, srlw, 0x89abcdef, 32,                 0xffffffff89abcdef)
RR(11, srlw, 0x89abcdef, 33,                 0x44d5e6f7)
RR(12, srlw, 0x89abcdef, 63,                 1)
RR(13, srlw, 0x76543210, 64,                 0x76543210)
RR(14, srlw, 0x76543210, 0xffffffffffffffff, 0)
RR(15, srlw, 0x76543210, 0xffffffffffffffe4, 0x7654321)

/* the upper half of rs1 does not matter */
RR(16, srlw, 0x0123456789abcdef, 0,  0xffffffff89abcdef)
RR(17, srlw, 0x0123456789abcdef, 4,  0x89abcde)
RR(18, srlw, 0xfedcba9876543210, 0,  0x76543210)
RR(19, srlw, 0xfedcba9876543210, 4,  0x7654321)
RR(20, srlw, 0xdeadbeef00000001, 31, 0)
RR(21, srlw, 0x1234567880000000, 0,  0xffffffff80000000)
RR(22, srlw, 0xffffffff00000000, 4,  0)
RR(23, srlw, 0x7fffffff80000000, 31, 1)

/* edge values */
RR(24, srlw, 0,                  31, 0)
RR(25, srlw, 1,                  31, 0)
RR(26, srlw, 0x80000000,         31, 1)
RR(27, srlw, 0x80000000,         1,  0x40000000)
RR(28, srlw, 0x7fffffff,         30, 1)
RR(29, srlw, 0xffffffffffffffff, 1,  0x7fffffff)
RR(30, srlw, 0xffffffffffffffff, 31, 1)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, srlw, 0x0123456789abcdef, 20, 0x89a)
RR_RD_IS_RS2( 32, srlw, 0x0123456789abcdef, 20, 0x89a)
RR_RS1_IS_RS2(33, srlw, 0x0123456789abcd07, 0x113579a)
RR_ALL_SAME(  34, srlw, 0x0123456789abcd07, 0x113579a)
RR_RS1_IS_X0( 35, srlw, 20, 0)
RR_RS2_IS_X0( 36, srlw, 0x0123456789abcdef, 0xffffffff89abcdef)
RR_RD_IS_X0(  37, srlw, 0x0123456789abcdef, 20)
RR_IN(        38, srlw, ra, t5, a5, 0x0123456789abcdef, 20, 0x89a)
RR_IN(        39, srlw, a6, s0, gp, 0x0123456789abcdef, 20, 0x89a)
RR_IN(        40, srlw, t5, a6, sp, 0x0123456789abcdef, 20, 0x89a)
RR_IN(        41, srlw, s11, tp, t4, 0x0123456789abcdef, 20, 0x89a)

END
