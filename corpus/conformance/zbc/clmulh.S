/* rvrelay case 1
 * title: CLMULH gives the high half of the carry-less product
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small polynomials */
RR(1, clmulh, 0,                  0,                  0)
RR(2, clmulh, 0,                  0xffffffffffffffff, 0)
RR(3, clmulh, 0xffffffffffffffff, 0,                  0)
RR(4, clmulh, 1,                  1,                  0)
RR(5, clmulh, 3,                  3,                  0)
RR(6, clmulh, 7,                  5,                  0)
RR(7, clmulh, 1,                  0xffffffffffffffff, 0)
RR(8, clmulh, 0xffffffffffffffff, 1,                  0)

/* each end of the register */
RR( 9, clmulh, 0x8000000000000000, 1,                  0)
RR(10, clmulh, 1,                  0x8000000000000000, 0)
RR(11, clmulh, 0x8000000000000000, 2,                  1)
RR(12, clmulh, 2,                  0x8000000000000000, 1)
RR(13, clmulh, 0x8000000000000000, 0x8000000000000000, 0x4000000000000000)
RR(14, clmulh, 0x7fffffffffffffff, 2,                  0)
RR(15, clmulh, 0xffffffffffffffff, 0xffffffffffffffff, 0x5555555555555555)
RR(16, clmulh, 0x80000000,         0x80000000,         0)
RR(17, clmulh, 0x0000000100000000, 0x0000000100000000, 1)

/* mixed bits */
RR(18, clmulh, 0x0123456789abcdef, 0xfedcba9876543210, 0x00e038d8688850b0)
RR(19, clmulh, 0xfedcba9876543210, 0x0123456789abcdef, 0x00e038d8688850b0)
RR(20, clmulh, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x2222222222222222)
RR(21, clmulh, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x2222222222222222)
RR(22, clmulh, 0x5555555555555555, 0x5555555555555555, 0x1111111111111111)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 23, clmulh, 0x0123456789abcdef, 0xfedcba9876543210, 0x00e038d8688850b0)
RR_RD_IS_RS2( 24, clmulh, 0x0123456789abcdef, 0xfedcba9876543210, 0x00e038d8688850b0)
RR_RS1_IS_RS2(25, clmulh, 0x0123456789abcdef, 0x0001040510111415)
RR_ALL_SAME(  26, clmulh, 0x0123456789abcdef, 0x0001040510111415)
RR_RS1_IS_X0( 27, clmulh, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 28, clmulh, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  29, clmulh, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        30, clmulh, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x00e038d8688850b0)
RR_IN(        31, clmulh, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x00e038d8688850b0)
RR_IN(        32, clmulh, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x00e038d8688850b0)
RR_IN(        33, clmulh, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x00e038d8688850b0)

END
