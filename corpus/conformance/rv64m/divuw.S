/* rvrelay case 1
 * title: DIVUW divides unsigned low words and sign-extends the quotient
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small operands */
RR(1, divuw, 20,  6,  3)
RR(2, divuw, -20, 6,  0x2aaaaaa7)
RR(3, divuw, 20,  -6, 0)
RR(4, divuw, -20, -6, 0)
RR(5, divuw, 0,   5,  0)
RR(6, divuw, 5,   7,  0)
RR(7, divuw, 7,   7,  1)

/* division by zero */
RR( 8, divuw, 0,                  0,                  -1)
RR( 9, divuw, 1,                  0,                  -1)
RR(10, divuw, -1,                 0,                  -1)
RR(11, divuw, 0x80000000,         0,                  -1)
RR(12, divuw, 0x0123456789abcdef, 0,                  -1)
RR(13, divuw, 0x0123456789abcdef, 0xdeadbeef00000000, -1)
RR(14, divuw, 0x0000000180000005, 0,                  -1)

/* the most negative word by minus one */
RR(15, divuw, 0x80000000,         -1,                 0)
RR(16, divuw, 0xdeadbeef80000000, 0x12345678ffffffff, 0)
RR(17, divuw, 0x80000000,         0xffffffff,         0)

/* upper halves do not matter */
RR(18, divuw, 0xdeadbeef00000014, 0x1234567800000006, 3)
RR(19, divuw, 0xffffffec,         6,                  0x2aaaaaa7)
RR(20, divuw, 0xffffffff00000014, 0xfffffffa,         0)
RR(21, divuw, 0x0123456789abcdef, 3,                  0x2de3ef4f)
RR(22, divuw, 0xfedcba9876543210, 0x89abcdef,         0)
RR(23, divuw, 0x8000000000000000, -1,                 0)
RR(24, divuw, 0x0000000100000000, 7,                  0)

/* large words */
RR(25, divuw, 0x7fffffff, 2,          0x3fffffff)
RR(26, divuw, 0x80000000, 2,          0x40000000)
RR(27, divuw, 0x80000000, 0x80000000, 1)
RR(28, divuw, 0x7fffffff, 0x80000000, 0)
RR(29, divuw, 0x80000000, 0x7fffffff, 1)
RR(30, divuw, 0xffffffff, 1,          -1)
RR(31, divuw, 0xffffffff, 2,          0x7fffffff)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 32, divuw, 0xfedcba9876543210, 0x89abcdef, 0)
RR_RD_IS_RS2( 33, divuw, 0xfedcba9876543210, 0x89abcdef, 0)
RR_RS1_IS_RS2(34, divuw, 0x0123456789abcdef, 1)
RR_ALL_SAME(  35, divuw, 0x0123456789abcdef, 1)
RR_RS1_IS_X0( 36, divuw, 0x89abcdef, 0)
RR_RS2_IS_X0( 37, divuw, 0xfedcba9876543210, -1)
RR_RD_IS_X0(  38, divuw, 0xfedcba9876543210, 0x89abcdef)
RR_IN(        39, divuw, ra, t5, a5, 0xfedcba9876543210, 0x89abcdef, 0)
RR_IN(        40, divuw, a6, s0, gp, 0xfedcba9876543210, 0x89abcdef, 0)
RR_IN(        41, divuw, t5, a6, sp, 0xfedcba9876543210, 0x89abcdef, 0)
RR_IN(        42, divuw, s11, tp, t4, 0xfedcba9876543210, 0x89abcdef, 0)

END
