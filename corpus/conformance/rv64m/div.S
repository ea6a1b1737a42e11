/* rvrelay case 1
 * title: DIV divides signed numbers, rounding towards zero; by zero gives -1; overflow gives the dividend
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* quotients round towards zero */
RR(1, div, 20,  6,  3)
RR(2, div, -20, 6,  -3)
RR(3, div, 20,  -6, -3)
RR(4, div, -20, -6, 3)
RR(5, div, 0,   5,  0)
RR(6, div, 5,   7,  0)
RR(7, div, -5,  7,  0)
RR(8, div, 7,   7,  1)
RR(9, div, -7,  7,  -1)

/* division by one and by minus one */
RR(10, div, 0x0123456789abcdef, 1,  0x0123456789abcdef)
RR(11, div, 0x0123456789abcdef, -1, 0xfedcba9876543211)
RR(12, div, 0xfedcba9876543210, -1, 0x0123456789abcdf0)
RR(13, div, 0x8000000000000000, 1,  0x8000000000000000)
RR(14, div, 0x7fffffffffffffff, -1, 0x8000000000000001)

/* division by zero */
RR(15, div, 0,                  0, -1)
RR(16, div, 1,                  0, -1)
RR(17, div, -1,                 0, -1)
RR(18, div, 0x8000000000000000, 0, -1)
RR(19, div, 0x7fffffffffffffff, 0, -1)
RR(20, div, 0x0123456789abcdef, 0, -1)

/* overflow */
RR(21, div, 0x8000000000000000, -1, 0x8000000000000000)

/* large operands */
RR(22, div, 0x8000000000000000, 2,                  0xc000000000000000)
RR(23, div, 0x8000000000000000, -2,                 0x4000000000000000)
RR(24, div, 0x8000000000000000, 0x8000000000000000, 1)
RR(25, div, 0x8000000000000000, 0x7fffffffffffffff, -1)
RR(26, div, 0x7fffffffffffffff, 0x8000000000000000, 0)
RR(27, div, -1,                 0x8000000000000000, 0)
RR(28, div, 0x7fffffffffffffff, 0x0000000100000000, 0x7fffffff)
RR(29, div, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR(30, div, 0xfedcba9876543210, 0x0123456789abcdef, -1)
RR(31, div, 0xfedcba9876543210, 0x89abcdef,         0xfffffffffde26153)
RR(32, div, 0xaaaaaaaaaaaaaaaa, 7,                  0xf3cf3cf3cf3cf3d0)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 33, div, 0xfedcba9876543210, 0x89abcdef, 0xfffffffffde26153)
RR_RD_IS_RS2( 34, div, 0xfedcba9876543210, 0x89abcdef, 0xfffffffffde26153)
RR_RS1_IS_RS2(35, div, 0x0123456789abcdef, 1)
RR_ALL_SAME(  36, div, 0x0123456789abcdef, 1)
RR_RS1_IS_X0( 37, div, 0x89abcdef, 0)
RR_RS2_IS_X0( 38, div, 0xfedcba9876543210, -1)
RR_RD_IS_X0(  39, div, 0xfedcba9876543210, 0x89abcdef)
RR_IN(        40, div, ra, t5, a5, 0xfedcba9876543210, 0x89abcdef, 0xfffffffffde26153)
RR_IN(        41, div, a6, s0, gp, 0xfedcba9876543210, 0x89abcdef, 0xfffffffffde26153)
RR_IN(        42, div, t5, a6, sp, 0xfedcba9876543210, 0x89abcdef, 0xfffffffffde26153)
RR_IN(        43, div, s11, tp, t4, 0xfedcba9876543210, 0x89abcdef, 0xfffffffffde26153)

END
