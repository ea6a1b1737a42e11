/* rvrelay case 1
 * title: DIVW divides signed low words and sign-extends the quotient
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small operands */
RR(1, divw, 20,  6,  3)
RR(2, divw, -20, 6,  -3)
RR(3, divw, 20,  -6, -3)
RR(4, divw, -20, -6, 3)
RR(5, divw, 0,   5,  0)
RR(6, divw, 5,   7,  0)
RR(7, divw, 7,   7,  1)

/* division by zero */
RR( 8, divw, 0,                  0,                  -1)
RR( 9, divw, 1,                  0,                  -1)
RR(10, divw, -1,                 0,                  -1)
RR(11, divw, 0x80000000,         0,                  -1)
RR(12, divw, 0x0123456789abcdef, 0,                  -1)
RR(13, divw, 0x0123456789abcdef, 0xdeadbeef00000000, -1)
RR(14, divw, 0x0000000180000005, 0,                  -1)

/* the most negative word by minus one */
RR(15, divw, 0x80000000,         -1,                 0xffffffff80000000)
RR(16, divw, 0xdeadbeef80000000, 0x12345678ffffffff, 0xffffffff80000000)
RR(17, divw, 0x80000000,         0xffffffff,         0xffffffff80000000)

/* upper halves do not matter */
RR(18, divw, 0xdeadbeef00000014, 0x1234567800000006, 3)
RR(19, divw, 0xffffffec,         6,                  -3)
RR(20, divw, 0xffffffff00000014, 0xfffffffa,         -3)
RR(21, divw, 0x0123456789abcdef, 3,                  0xffffffffd88e99fb)
RR(22, divw, 0xfedcba9876543210, 0x89abcdef,         0)
RR(23, divw, 0x8000000000000000, -1,                 0)
RR(24, divw, 0x0000000100000000, 7,                  0)

/* large words */
RR(25, divw, 0x7fffffff, 2,          0x3fffffff)
RR(26, divw, 0x80000000, 2,          0xffffffffc0000000)
RR(27, divw, 0x80000000, 0x80000000, 1)
RR(28, divw, 0x7fffffff, 0x80000000, 0)
RR(29, divw, 0x80000000, 0x7fffffff, -1)
RR(30, divw, 0xffffffff, 1,          -1)
RR(31, divw, 0xffffffff, 2,          0)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 32, divw, 0xfedcba9876543210, 0x89abcdef, 0)
RR_RD_IS_RS2( 33, divw, 0xfedcba9876543210, 0x89abcdef, 0)
RR_RS1_IS_RS2(34, divw, 0x0123456789abcdef, 1)
RR_ALL_SAME(  35, divw, 0x0123456789abcdef, 1)
RR_RS1_IS_X0( 36, divw, 0x89abcdef, 0)
RR_RS2_IS_X0( 37, divw, 0xfedcba9876543210, -1)
RR_RD_IS_X0(  38, divw, 0xfedcba9876543210, 0x89abcdef)
RR_IN(        39, divw, ra, t5, a5, 0xfedcba9876543210, 0x89abcdef, 0)
RR_IN(        40, divw, a6, s0, gp, 0xfedcba9876543210, 0x89abcdef, 0)
RR_IN(        41, divw, t5, a6, sp, 0xfedcba9876543210, 0x89abcdef, 0)
RR_IN(        42, divw, s11, tp, t4, 0xfedcba9876543210, 0x89abcdef, 0)

END
