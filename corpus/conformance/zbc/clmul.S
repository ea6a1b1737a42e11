/* rvrelay case 1
 * title: CLMUL gives the low half of the carry-less product
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small polynomials */
RR(1, clmul, 0,                  0,                  0)
RR(2, clmul, 0,                  0xffffffffffffffff, 0)
RR(3, clmul, 0xffffffffffffffff, 0,                  0)
RR(4, clmul, 1,                  1,                  1)
RR(5, clmul, 3,                  3,                  5)
RR(6, clmul, 7,                  5,                  0x1b)
RR(7, clmul, 1,                  0xffffffffffffffff, 0xffffffffffffffff)
RR(8, clmul, 0xffffffffffffffff, 1,                  0xffffffffffffffff)

/* each end of the register */
RR( 9, clmul, 0x8000000000000000, 1,                  0x8000000000000000)
RR(10, clmul, 1,                  0x8000000000000000, 0x8000000000000000)
RR(11, clmul, 0x8000000000000000, 2,                  0)
RR(12, clmul, 2,                  0x8000000000000000, 0)
RR(13, clmul, 0x8000000000000000, 0x8000000000000000, 0)
RR(14, clmul, 0x7fffffffffffffff, 2,                  0xfffffffffffffffe)
RR(15, clmul, 0xffffffffffffffff, 0xffffffffffffffff, 0x5555555555555555)
RR(16, clmul, 0x80000000,         0x80000000,         0x4000000000000000)
RR(17, clmul, 0x0000000100000000, 0x0000000100000000, 0)

/* mixed bits */
RR(18, clmul, 0x0123456789abcdef, 0xfedcba9876543210, 0x40a0789828c810f0)
RR(19, clmul, 0xfedcba9876543210, 0x0123456789abcdef, 0x40a0789828c810f0)
RR(20, clmul, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x2222222222222222)
RR(21, clmul, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x2222222222222222)
RR(22, clmul, 0x5555555555555555, 0x5555555555555555, 0x1111111111111111)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 23, clmul, 0x0123456789abcdef, 0xfedcba9876543210, 0x40a0789828c810f0)
RR_RD_IS_RS2( 24, clmul, 0x0123456789abcdef, 0xfedcba9876543210, 0x40a0789828c810f0)
RR_RS1_IS_RS2(25, clmul, 0x0123456789abcdef, 0x4041444550515455)
RR_ALL_SAME(  26, clmul, 0x0123456789abcdef, 0x4041444550515455)
RR_RS1_IS_X0( 27, clmul, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 28, clmul, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  29, clmul, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        30, clmul, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x40a0789828c810f0)
RR_IN(        31, clmul, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x40a0789828c810f0)
RR_IN(        32, clmul, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x40a0789828c810f0)
RR_IN(        33, clmul, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x40a0789828c810f0)

END
