/* rvrelay case 1
 * title: CLMULR gives bits 126 to 63 of the carry-less product
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small polynomials */
RR(1, clmulr, 0,                  0,                  0)
RR(2, clmulr, 0,                  0xffffffffffffffff, 0)
RR(3, clmulr, 0xffffffffffffffff, 0,                  0)
RR(4, clmulr, 1,                  1,                  0)
RR(5, clmulr, 3,                  3,                  0)
RR(6, clmulr, 7,                  5,                  0)
RR(7, clmulr, 1,                  0xffffffffffffffff, 1)
RR(8, clmulr, 0xffffffffffffffff, 1,                  1)

/* each end of the register */
RR( 9, clmulr, 0x8000000000000000, 1,                  1)
RR(10, clmulr, 1,                  0x8000000000000000, 1)
RR(11, clmulr, 0x8000000000000000, 2,                  2)
RR(12, clmulr, 2,                  0x8000000000000000, 2)
RR(13, clmulr, 0x8000000000000000, 0x8000000000000000, 0x8000000000000000)
RR(14, clmulr, 0x7fffffffffffffff, 2,                  1)
RR(15, clmulr, 0xffffffffffffffff, 0xffffffffffffffff, 0xaaaaaaaaaaaaaaaa)
RR(16, clmulr, 0x80000000,         0x80000000,         0)
RR(17, clmulr, 0x0000000100000000, 0x0000000100000000, 2)

/* mixed bits */
RR(18, clmulr, 0x0123456789abcdef, 0xfedcba9876543210, 0x01c071b0d110a160)
RR(19, clmulr, 0xfedcba9876543210, 0x0123456789abcdef, 0x01c071b0d110a160)
RR(20, clmulr, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x4444444444444444)
RR(21, clmulr, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x4444444444444444)
RR(22, clmulr, 0x5555555555555555, 0x5555555555555555, 0x2222222222222222)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 23, clmulr, 0x0123456789abcdef, 0xfedcba9876543210, 0x01c071b0d110a160)
RR_RD_IS_RS2( 24, clmulr, 0x0123456789abcdef, 0xfedcba9876543210, 0x01c071b0d110a160)
RR_RS1_IS_RS2(25, clmulr, 0x0123456789abcdef, 0x0002080a2022282a)
RR_ALL_SAME(  26, clmulr, 0x0123456789abcdef, 0x0002080a2022282a)
RR_RS1_IS_X0( 27, clmulr, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 28, clmulr, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  29, clmulr, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        30, clmulr, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x01c071b0d110a160)
RR_IN(        31, clmulr, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x01c071b0d110a160)
RR_IN(        32, clmulr, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x01c071b0d110a160)
RR_IN(        33, clmulr, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x01c071b0d110a160)

END
