/* rvrelay case 1
 * title: SH3ADD.UW shifts the zero-extended low word of rs1 left by 3 and adds rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small values */
RR(1, sh3add.uw, 0, 0,  0)
RR(2, sh3add.uw, 1, 0,  8)
RR(3, sh3add.uw, 0, 1,  1)
RR(4, sh3add.uw, 3, 7,  31)
RR(5, sh3add.uw, 1, -1, 7)

/* rs1 counts without its upper half */
RR( 6, sh3add.uw, -1,                 0, 0x00000007fffffff8)
RR( 7, sh3add.uw, -1,                 1, 0x00000007fffffff9)
RR( 8, sh3add.uw, 0xdeadbeef00000001, 0, 8)
RR( 9, sh3add.uw, 0xffffffff80000000, 0, 0x0000000400000000)
RR(10, sh3add.uw, 0x80000000,         0, 0x0000000400000000)
RR(11, sh3add.uw, 0xffffffff,         1, 0x00000007fffffff9)
RR(12, sh3add.uw, 0x0000000100000000, 5, 5)
RR(13, sh3add.uw, 0x8000000000000000, 5, 5)

/* all 64 bits of rs2 count */
RR(14, sh3add.uw, 0xffffffff,         -1,                 0x00000007fffffff7)
RR(15, sh3add.uw, 1,                  0x8000000000000000, 0x8000000000000008)
RR(16, sh3add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9cc3b2a188)
RR(17, sh3add.uw, 0xfedcba9876543210, 0x0123456789abcdef, 0x0123456b3c4d5e6f)
RR(18, sh3add.uw, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x5555555aaaaaaaa5)
RR(19, sh3add.uw, 0x80000000,         0xffffffff80000000, 0x0000000380000000)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 20, sh3add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9cc3b2a188)
RR_RD_IS_RS2( 21, sh3add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9cc3b2a188)
RR_RS1_IS_RS2(22, sh3add.uw, 0x0123456789abcdef, 0x0123456bd70a3d67)
RR_ALL_SAME(  23, sh3add.uw, 0x0123456789abcdef, 0x0123456bd70a3d67)
RR_RS1_IS_X0( 24, sh3add.uw, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 25, sh3add.uw, 0x0123456789abcdef, 0x000000044d5e6f78)
RR_RD_IS_X0(  26, sh3add.uw, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        27, sh3add.uw, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9cc3b2a188)
RR_IN(        28, sh3add.uw, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9cc3b2a188)
RR_IN(        29, sh3add.uw, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9cc3b2a188)
RR_IN(        30, sh3add.uw, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9cc3b2a188)

END
