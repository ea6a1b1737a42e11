/* rvrelay case 1
 * title: SH3ADD shifts rs1 left by 3 and adds rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small values */
RR(1, sh3add, 0,  0,  0)
RR(2, sh3add, 1,  0,  8)
RR(3, sh3add, 0,  1,  1)
RR(4, sh3add, 3,  7,  31)
RR(5, sh3add, -1, 1,  -7)
RR(6, sh3add, 1,  -1, 7)
RR(7, sh3add, -1, -1, -9)

/* bits shifted out are lost */
RR( 8, sh3add, 0x8000000000000000, 1, 1)
RR( 9, sh3add, 0x7fffffffffffffff, 1, -7)
RR(10, sh3add, 0xe000000000000000, 5, 5)
RR(11, sh3add, 0x1fffffffffffffff, 0, -8)

/* all 64 bits of rs1 count */
RR(12, sh3add, 0x80000000,         0,                  0x0000000400000000)
RR(13, sh3add, 0xffffffff,         1,                  0x00000007fffffff9)
RR(14, sh3add, 0x0000000100000000, 1,                  0x0000000800000001)
RR(15, sh3add, 0x0123456789abcdef, 0xfedcba9876543210, 0x07f6e5d4c3b2a188)
RR(16, sh3add, 0xfedcba9876543210, 0x0123456789abcdef, 0xf8091a2b3c4d5e6f)
RR(17, sh3add, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0xaaaaaaaaaaaaaaa5)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 18, sh3add, 0x0123456789abcdef, 0xfedcba9876543210, 0x07f6e5d4c3b2a188)
RR_RD_IS_RS2( 19, sh3add, 0x0123456789abcdef, 0xfedcba9876543210, 0x07f6e5d4c3b2a188)
RR_RS1_IS_RS2(20, sh3add, 0x0123456789abcdef, 0x0a3d70a3d70a3d67)
RR_ALL_SAME(  21, sh3add, 0x0123456789abcdef, 0x0a3d70a3d70a3d67)
RR_RS1_IS_X0( 22, sh3add, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 23, sh3add, 0x0123456789abcdef, 0x091a2b3c4d5e6f78)
RR_RD_IS_X0(  24, sh3add, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        25, sh3add, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x07f6e5d4c3b2a188)
RR_IN(        26, sh3add, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x07f6e5d4c3b2a188)
RR_IN(        27, sh3add, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x07f6e5d4c3b2a188)
RR_IN(        28, sh3add, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x07f6e5d4c3b2a188)

END
