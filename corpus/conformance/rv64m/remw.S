/* rvrelay case 1
 * title: REMW is the signed remainder of the low words, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small operands */
RR(1, remw, 20,  6,  2)
RR(2, remw, -20, 6,  -2)
RR(3, remw, 20,  -6, 2)
RR(4, remw, -20, -6, -2)
RR(5, remw, 0,   5,  0)
RR(6, remw, 5,   7,  5)
RR(7, remw, 7,   7,  0)

/* division by zero */
RR( 8, remw, 0,                  0,                  0)
RR( 9, remw, 1,                  0,                  1)
RR(10, remw, -1,                 0,                  -1)
RR(11, remw, 0x80000000,         0,                  0xffffffff80000000)
RR(12, remw, 0x0123456789abcdef, 0,                  0xffffffff89abcdef)
RR(13, remw, 0x0123456789abcdef, 0xdeadbeef00000000, 0xffffffff89abcdef)
RR(14, remw, 0x0000000180000005, 0,                  0xffffffff80000005)

/* the most negative word by minus one */
RR(15, remw, 0x80000000,         -1,                 0)
RR(16, remw, 0xdeadbeef80000000, 0x12345678ffffffff, 0)
RR(17, remw, 0x80000000,         0xffffffff,         0)

/* upper halves do not matter */
RR(18, remw, 0xdeadbeef00000014, 0x1234567800000006, 2)
RR(19, remw, 0xffffffec,         6,                  -2)
RR(20, remw, 0xffffffff00000014, 0xfffffffa,         2)
RR(21, remw, 0x0123456789abcdef, 3,                  -2)
RR(22, remw, 0xfedcba9876543210, 0x89abcdef,         0x76543210)
RR(23, remw, 0x8000000000000000, -1,                 0)
RR(24, remw, 0x0000000100000000, 7,                  0)

/* large words */
RR(25, remw, 0x7fffffff, 2,          1)
RR(26, remw, 0x80000000, 2,          0)
RR(27, remw, 0x80000000, 0x80000000, 0)
RR(28, remw, 0x7fffffff, 0x80000000, 0x7fffffff)
RR(29, remw, 0x80000000, 0x7fffffff, -1)
RR(30, remw, 0xffffffff, 1,          0)
RR(31, remw, 0xffffffff, 2,          -1)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 32, remw, 0xfedcba9876543210, 0x89abcdef, 0x76543210)
RR_RD_IS_RS2( 33, remw, 0xfedcba9876543210, 0x89abcdef, 0x76543210)
RR_RS1_IS_RS2(34, remw, 0x0123456789abcdef, 0)
RR_ALL_SAME(  35, remw, 0x0123456789abcdef, 0)
RR_RS1_IS_X0( 36, remw, 0x89abcdef, 0)
RR_RS2_IS_X0( 37, remw, 0xfedcba9876543210, 0x76543210)
RR_RD_IS_X0(  38, remw, 0xfedcba9876543210, 0x89abcdef)
RR_IN(        39, remw, ra, t5, a5, 0xfedcba9876543210, 0x89abcdef, 0x76543210)
RR_IN(        40, remw, a6, s0, gp, 0xfedcba9876543210, 0x89abcdef, 0x76543210)
RR_IN(        41, remw, t5, a6, sp, 0xfedcba9876543210, 0x89abcdef, 0x76543210)
RR_IN(        42, remw, s11, tp, t4, 0xfedcba9876543210, 0x89abcdef, 0x76543210)

END
