/* rvrelay case 1
 * title: DIVU divides unsigned numbers; by zero gives 2^64 - 1
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* both operands are unsigned */
RR(1, divu, 20,  6,  3)
RR(2, divu, 0,   5,  0)
RR(3, divu, 5,   7,  0)
RR(4, divu, 7,   7,  1)
RR(5, divu, -20, 6,  0x2aaaaaaaaaaaaaa7)
RR(6, divu, 20,  -6, 0)
RR(7, divu, -20, -6, 0)
RR(8, divu, -1,  -1, 1)
RR(9, divu, -1,  1,  -1)

/* division by zero */
RR(10, divu, 0,                  0, -1)
RR(11, divu, 1,                  0, -1)
RR(12, divu, -1,                 0, -1)
RR(13, divu, 0x8000000000000000, 0, -1)
RR(14, divu, 0x0123456789abcdef, 0, -1)

/* no overflow */
RR(15, divu, 0x8000000000000000, -1,                 0)
RR(16, divu, -1,                 0x8000000000000000, 1)

/* large operands */
RR(17, divu, 0x8000000000000000, 2,                  0x4000000000000000)
RR(18, divu, 0x8000000000000000, 0x8000000000000000, 1)
RR(19, divu, 0x7fffffffffffffff, 0x8000000000000000, 0)
RR(20, divu, 0x8000000000000000, 0x7fffffffffffffff, 1)
RR(21, divu, -1,                 2,                  0x7fffffffffffffff)
RR(22, divu, -1,                 0xffffffff,         0x0000000100000001)
RR(23, divu, 0x0123456789abcdef, 0x0000000100000000, 0x1234567)
RR(24, divu, 0xfedcba9876543210, 0x0123456789abcdef, 224)
RR(25, divu, 0x0123456789abcdef, 0xfedcba9876543210, 0)
RR(26, divu, 0xfedcba9876543210, 0x89abcdef,         0x00000001d9ead7d0)
RR(27, divu, 0xaaaaaaaaaaaaaaaa, 7,                  0x1861861861861861)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 28, divu, 0xfedcba9876543210, 0x89abcdef, 0x00000001d9ead7d0)
RR_RD_IS_RS2( 29, divu, 0xfedcba9876543210, 0x89abcdef, 0x00000001d9ead7d0)
RR_RS1_IS_RS2(30, divu, 0x0123456789abcdef, 1)
RR_ALL_SAME(  31, divu, 0x0123456789abcdef, 1)
RR_RS1_IS_X0( 32, divu, 0x89abcdef, 0)
RR_RS2_IS_X0( 33, divu, 0xfedcba9876543210, -1)
RR_RD_IS_X0(  34, divu, 0xfedcba9876543210, 0x89abcdef)
RR_IN(        35, divu, ra, t5, a5, 0xfedcba9876543210, 0x89abcdef, 0x00000001d9ead7d0)
RR_IN(        36, divu, a6, s0, gp, 0xfedcba9876543210, 0x89abcdef, 0x00000001d9ead7d0)
RR_IN(        37, divu, t5, a6, sp, 0xfedcba9876543210, 0x89abcdef, 0x00000001d9ead7d0)
RR_IN(        38, divu, s11, tp, t4, 0xfedcba9876543210, 0x89abcdef, 0x00000001d9ead7d0)

END
