/* rvrelay case 1
 * title: REMU is the unsigned remainder; by zero it is the dividend
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* both operands are unsigned */
RR(1, remu, 20,  6,  2)
RR(2, remu, 0,   5,  0)
RR(3, remu, 5,   7,  5)
RR(4, remu, 7,   7,  0)
RR(5, remu, -20, 6,  2)
RR(6, remu, 20,  -6, 20)
RR(7, remu, -20, -6, -20)
RR(8, remu, -1,  -1, 0)
RR(9, remu, -1,  1,  0)

/* division by zero */
RR(10, remu, 0,                  0, 0)
RR(11, remu, 1,                  0, 1)
RR(12, remu, -1,                 0, -1)
RR(13, remu, 0x8000000000000000, 0, 0x8000000000000000)
RR(14, remu, 0x0123456789abcdef, 0, 0x0123456789abcdef)

/* no overflow */
RR(15, remu, 0x8000000000000000, -1,                 0x8000000000000000)
RR(16, remu, -1,                 0x8000000000000000, 0x7fffffffffffffff)

/* large operands */
RR(17, remu, 0x8000000000000000, 2,                  0)
RR(18, remu, 0x8000000000000000, 0x8000000000000000, 0)
RR(19, remu, 0x7fffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)
RR(20, remu, 0x8000000000000000, 0x7fffffffffffffff, 1)
RR(21, remu, -1,                 2,                  1)
RR(22, remu, -1,                 0xffffffff,         0)
RR(23, remu, 0x0123456789abcdef, 0x0000000100000000, 0x89abcdef)
RR(24, remu, 0xfedcba9876543210, 0x0123456789abcdef, 240)
RR(25, remu, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdef)
RR(26, remu, 0xfedcba9876543210, 0x89abcdef,         0x7d5326e0)
RR(27, remu, 0xaaaaaaaaaaaaaaaa, 7,                  3)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 28, remu, 0xfedcba9876543210, 0x89abcdef, 0x7d5326e0)
RR_RD_IS_RS2( 29, remu, 0xfedcba9876543210, 0x89abcdef, 0x7d5326e0)
RR_RS1_IS_RS2(30, remu, 0x0123456789abcdef, 0)
RR_ALL_SAME(  31, remu, 0x0123456789abcdef, 0)
RR_RS1_IS_X0( 32, remu, 0x89abcdef, 0)
RR_RS2_IS_X0( 33, remu, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RD_IS_X0(  34, remu, 0xfedcba9876543210, 0x89abcdef)
RR_IN(        35, remu, ra, t5, a5, 0xfedcba9876543210, 0x89abcdef, 0x7d5326e0)
RR_IN(        36, remu, a6, s0, gp, 0xfedcba9876543210, 0x89abcdef, 0x7d5326e0)
RR_IN(        37, remu, t5, a6, sp, 0xfedcba9876543210, 0x89abcdef, 0x7d5326e0)
RR_IN(        38, remu, s11, tp, t4, 0xfedcba9876543210, 0x89abcdef, 0x7d5326e0)

END
