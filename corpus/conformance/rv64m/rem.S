/* rvrelay case 1
 * title: REM has the sign of the dividend; by zero it is the dividend; on overflow 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* the remainder has the sign of the dividend */
RR(1, rem, 20,  6,  2)
RR(2, rem, -20, 6,  -2)
RR(3, rem, 20,  -6, 2)
RR(4, rem, -20, -6, -2)
RR(5, rem, 0,   5,  0)
RR(6, rem, 5,   7,  5)
RR(7, rem, -5,  7,  -5)
RR(8, rem, 7,   7,  0)
RR(9, rem, -7,  7,  0)

/* division by one and by minus one */
RR(10, rem, 0x0123456789abcdef, 1,  0)
RR(11, rem, 0x0123456789abcdef, -1, 0)
RR(12, rem, 0xfedcba9876543210, -1, 0)
RR(13, rem, 0x8000000000000000, 1,  0)
RR(14, rem, 0x7fffffffffffffff, -1, 0)

/* division by zero */
RR(15, rem, 0,                  0, 0)
RR(16, rem, 1,                  0, 1)
RR(17, rem, -1,                 0, -1)
RR(18, rem, 0x8000000000000000, 0, 0x8000000000000000)
RR(19, rem, 0x7fffffffffffffff, 0, 0x7fffffffffffffff)
RR(20, rem, 0x0123456789abcdef, 0, 0x0123456789abcdef)

/* overflow */
RR(21, rem, 0x8000000000000000, -1, 0)

/* large operands */
RR(22, rem, 0x8000000000000000, 2,                  0)
RR(23, rem, 0x8000000000000000, -2,                 0)
RR(24, rem, 0x8000000000000000, 0x8000000000000000, 0)
RR(25, rem, 0x8000000000000000, 0x7fffffffffffffff, -1)
RR(26, rem, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
RR(27, rem, -1,                 0x8000000000000000, -1)
RR(28, rem, 0x7fffffffffffffff, 0x0000000100000000, 0xffffffff)
RR(29, rem, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR(30, rem, 0xfedcba9876543210, 0x0123456789abcdef, -1)
RR(31, rem, 0xfedcba9876543210, 0x89abcdef,         0xffffffffba9ade93)
RR(32, rem, 0xaaaaaaaaaaaaaaaa, 7,                  -6)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 33, rem, 0xfedcba9876543210, 0x89abcdef, 0xffffffffba9ade93)
RR_RD_IS_RS2( 34, rem, 0xfedcba9876543210, 0x89abcdef, 0xffffffffba9ade93)
RR_RS1_IS_RS2(35, rem, 0x0123456789abcdef, 0)
RR_ALL_SAME(  36, rem, 0x0123456789abcdef, 0)
RR_RS1_IS_X0( 37, rem, 0x89abcdef, 0)
RR_RS2_IS_X0( 38, rem, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RD_IS_X0(  39, rem, 0xfedcba9876543210, 0x89abcdef)
RR_IN(        40, rem, ra, t5, a5, 0xfedcba9876543210, 0x89abcdef, 0xffffffffba9ade93)
RR_IN(        41, rem, a6, s0, gp, 0xfedcba9876543210, 0x89abcdef, 0xffffffffba9ade93)
RR_IN(        42, rem, t5, a6, sp, 0xfedcba9876543210, 0x89abcdef, 0xffffffffba9ade93)
RR_IN(        43, rem, s11, tp, t4, 0xfedcba9876543210, 0x89abcdef, 0xffffffffba9ade93)

END
