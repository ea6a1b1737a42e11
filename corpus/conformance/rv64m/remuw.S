/* rvrelay case 1
 * title: REMUW is the unsigned remainder of the low words, sign-extended
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small operands */
RR(1, remuw, 20,  6,  2)
RR(2, remuw, -20, 6,  2)
RR(3, remuw, 20,  -6, 20)
RR(4, remuw, -20, -6, -20)
RR(5, remuw, 0,   5,  0)
RR(6, remuw, 5,   7,  5)
RR(7, remuw, 7,   7,  0)

/* division by zero */
RR( 8, remuw, 0,                  0,                  0)
RR( 9, remuw, 1,                  0,                  1)
RR(10, remuw, -1,                 0,                  -1)
RR(11, remuw, 0x80000000,         0,                  0xffffffff80000000)
RR(12, remuw, 0x0123456789abcdef, 0,                  0xffffffff89abcdef)
RR(13, remuw, 0x0123456789abcdef, 0xdeadbeef00000000, 0xffffffff89abcdef)
RR(14, remuw, 0x0000000180000005, 0,                  0xffffffff80000005)

/* the most negative word by minus one */
RR(15, remuw, 0x80000000,         -1,                 0xffffffff80000000)
RR(16, remuw, 0xdeadbeef80000000, 0x12345678ffffffff, 0xffffffff80000000)
RR(17, remuw, 0x80000000,         0xffffffff,         0xffffffff80000000)

/* upper halves do not matter */
RR(18, remuw, 0xdeadbeef00000014, 0x1234567800000006, 2)
RR(19, remuw, 0xffffffec,         6,                  2)
RR(20, remuw, 0xffffffff00000014, 0xfffffffa,         20)
RR(21, remuw, 0x0123456789abcdef, 3,                  2)
RR(22, remuw, 0xfedcba9876543210, 0x89abcdef,         0x76543210)
RR(23, remuw, 0x8000000000000000, -1,                 0)
RR(24, remuw, 0x0000000100000000, 7,                  0)

/* large words */
RR(25, remuw, 0x7fffffff, 2,          1)
RR(26, remuw, 0x80000000, 2,          0)
RR(27, remuw, 0x80000000, 0x80000000, 0)
RR(28, remuw, 0x7fffffff, 0x80000000, 0x7fffffff)
RR(29, remuw, 0x80000000, 0x7fffffff, 1)
RR(30, remuw, 0xffffffff, 1,          0)
RR(31, remuw, 0xffffffff, 2,          1)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 32, remuw, 0xfedcba9876543210, 0x89abcdef, 0x76543210)
RR_RD_IS_RS2( 33, remuw, 0xfedcba9876543210, 0x89abcdef, 0x76543210)
RR_RS1_IS_RS2(34, remuw, 0x0123456789abcdef, 0)
RR_ALL_SAME(  35, remuw, 0x0123456789abcdef, 0)
RR_RS1_IS_X0( 36, remuw, 0x89abcdef, 0)
RR_RS2_IS_X0( 37, remuw, 0xfedcba9876543210, 0x76543210)
RR_RD_IS_X0(  38, remuw, 0xfedcba9876543210, 0x89abcdef)
RR_IN(        39, remuw, ra, t5, a5, 0xfedcba9876543210, 0x89abcdef, 0x76543210)
RR_IN(        40, remuw, a6, s0, gp, 0xfedcba9876543210, 0x89abcdef, 0x76543210)
RR_IN(        41, remuw, t5, a6, sp, 0xfedcba9876543210, 0x89abcdef, 0x76543210)
RR_IN(        42, remuw, s11, tp, t4, 0xfedcba9876543210, 0x89abcdef, 0x76543210)

END
